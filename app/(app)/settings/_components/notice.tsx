import { Alert } from "@/components/ui/alert";

type Words = Readonly<Record<string, { title: string; text?: string }>>;

/** Says what was done, after the page that did it led here. A made-up kind says nothing. */
export function Notice({ kind, words }: { kind: unknown; words: Words }) {
  const known = typeof kind === "string" && Object.hasOwn(words, kind) ? words[kind] : undefined;
  if (!known) return null;
  return (
    <Alert tone="positive" title={known.title} className="mb-6">
      {known.text}
    </Alert>
  );
}
