import type { ProblemView } from "../_reference/read-reference";

/** Every problem has its place here: the `type` of an answer leads to it. */
export function ProblemList({ problems }: { problems: readonly ProblemView[] }) {
  return (
    <section
      id="problems"
      aria-labelledby="problems-title"
      className="scroll-mt-24 border-t border-line py-10"
    >
      <h2 id="problems-title" className="text-xl">
        Problems
      </h2>
      <p className="mt-2 max-w-[68ch] text-sm text-ink-muted">
        All have <code className="font-mono">type</code>, <code className="font-mono">title</code>,{" "}
        <code className="font-mono">status</code>, <code className="font-mono">code</code> and{" "}
        <code className="font-mono">requestId</code>; some tell more.
      </p>
      <dl className="mt-4 divide-y divide-line border-y border-line">
        {problems.map(({ code, status, title, facts }) => (
          <div key={code} id={code} className="scroll-mt-24 py-3 text-sm target:bg-accent-soft">
            <dt className="flex flex-wrap items-baseline gap-x-3">
              <span data-figures className="text-ink-muted">
                {status}
              </span>
              <code className="font-mono font-medium break-all">{code}</code>
            </dt>
            <dd className="mt-0.5 text-ink-muted">
              {title}
              {facts.length > 0 ? ` Tells ${facts.join(", ")}.` : ""}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
