import { Section } from "./section";

const guarantees = [
  {
    title: "Not charged when it fails",
    text: "The cost is set aside when a run starts and given back, to the last credit, when it does not finish.",
  },
  {
    title: "Never twice",
    text: "A double click, a lost connection, a page loaded again: one purchase is granted once and one run is taken once.",
  },
  {
    title: "The ones that expire go first",
    text: "Subscription credits are used before the ones you bought, and the soonest to expire before the rest.",
  },
  {
    title: "Nothing is ever rewritten",
    text: "Entries are not changed or deleted, not even by us. A correction is a new entry that says why.",
  },
];

export function Guarantees() {
  return (
    <Section title="Built like a ledger, because it is one">
      <dl className="grid gap-x-16 gap-y-10 md:grid-cols-2">
        {guarantees.map((guarantee) => (
          <div key={guarantee.title}>
            <dt className="text-lg font-semibold tracking-tight">{guarantee.title}</dt>
            <dd className="mt-2 max-w-[52ch] text-ink-muted">{guarantee.text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
