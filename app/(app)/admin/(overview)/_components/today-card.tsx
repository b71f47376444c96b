import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { Money } from "@/components/ui/money";
import type { SupportOverview } from "@/lib/support/types";

const count = (figure: number) => new Intl.NumberFormat("en-US").format(figure);

/** What came in since midnight UTC; currencies are never added together. */
export function TodayCard({ overview: { newPeople, paid, failedTries } }: { overview: SupportOverview }) {
  const payments = paid.reduce((sum, part) => sum + part.payments, 0);
  return (
    <Card aria-labelledby="today">
      <CardHeader id="today" title="Today" description="Since midnight UTC." />
      <CardBody className="grid grid-cols-2 gap-5">
        <Figure label="New people" value={count(newPeople)} />
        <Figure
          label="Payments"
          value={count(payments)}
          note={paid.map(({ currency, amountMinor }) => (
            <Money key={currency} amountMinor={amountMinor} currency={currency} className="block" />
          ))}
        />
        <Figure label="Failed tries to pay" value={count(failedTries)} />
      </CardBody>
    </Card>
  );
}
