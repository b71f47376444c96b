import type { OperationView } from "../_reference/read-reference";

const link =
  "flex min-h-8 items-center rounded-md px-2.5 py-1 text-sm text-ink-muted hover:bg-hover hover:text-ink";

export function Contents({
  groups,
}: {
  groups: readonly { name: string; operations: readonly OperationView[] }[];
}) {
  return (
    <nav
      aria-label="Contents"
      className="hidden lg:sticky lg:top-24 lg:block lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto"
    >
      <a href="#start" className={link}>
        Getting started
      </a>
      {groups.map(({ name, operations }) => (
        <div key={name} className="mt-4">
          <p className="px-2.5 text-xs font-medium text-ink-muted">{name}</p>
          <ul className="mt-1">
            {operations.map(({ id, summary }) => (
              <li key={id}>
                <a href={`#${id}`} className={link}>
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <a href="#problems" className={`${link} mt-4`}>
        Problems
      </a>
    </nav>
  );
}
