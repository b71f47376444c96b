interface Fact {
  name: string;
  was: string | null;
  is: string | null;
}

function toRecord(facts: unknown): Record<string, unknown> {
  return facts !== null && typeof facts === "object" ? (facts as Record<string, unknown>) : {};
}

function toText(value: unknown): string | null {
  if (value === undefined) return null;
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Each fact with what it was before, where it was something. */
function toFacts(before: unknown, after: unknown): Fact[] {
  const [was, is] = [toRecord(before), toRecord(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.map((name) => ({ name, was: toText(was[name]), is: toText(is[name]) }));
}

/** What changed, fact by fact. */
export function FactList({ before, after }: { before: unknown; after: unknown }) {
  const facts = toFacts(before, after);
  if (facts.length === 0) return null;
  return (
    <ul className="mt-0.5 text-[0.8125rem] text-ink-muted">
      {facts.map(({ name, was, is }) => (
        <li key={name} className="break-words">
          {name}: {[was, is].filter((text) => text !== null).join(" → ")}
        </li>
      ))}
    </ul>
  );
}
