import type { Term } from "./glossary";

/** What the words of a block mean, for who wants to know; by mouse, touch and keyboard. */
export function Terms({ terms, of }: { terms: readonly Term[]; of: string }) {
  return (
    <details className="border-t border-line px-5 py-2 text-[0.8125rem] text-ink-muted print:hidden">
      <summary className="w-fit cursor-pointer rounded-sm py-1 hover:text-ink">
        What these words mean<span className="sr-only">: {of}</span>
      </summary>
      <dl className="grid gap-x-8 gap-y-3 pt-2 pb-3 md:grid-cols-2">
        {terms.map(([word, meaning]) => (
          <div key={word}>
            <dt className="font-medium text-ink">{word}</dt>
            <dd className="max-w-[64ch]">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
