/** The blocks of the page, in their order. */
const sections = [
  ["revenue", "Revenue"],
  ["recurring", "Recurring"],
  ["people", "People"],
  ["plans", "Plans"],
  ["renewals", "Renewals"],
  ["services", "Services"],
  ["credits", "Credits"],
  ["collections", "Refused payments"],
  ["retention", "Retention"],
] as const;

export function SectionLinks() {
  return (
    <nav aria-label="On this page" className="mb-6 overflow-x-auto print:hidden">
      <ul className="flex min-w-max gap-5 text-[0.8125rem]">
        {sections.map(([id, label]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex h-6 items-center text-ink-muted hover:text-ink hover:underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
