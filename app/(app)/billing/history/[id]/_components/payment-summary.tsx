import { Badge } from "@/components/ui/badge";
import { Card, CardBody } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { cardLabel } from "@/lib/payments";
import type { PaymentDetail } from "@/lib/payments/types";
import { formatMoney } from "@/lib/shared/format";
import { toStatusWords, typeLabels } from "../../_components/record-words";
import { BilledLines } from "./billed-lines";
import { toOutcomeWords } from "./outcome-words";

export function PaymentSummary({ payment }: { payment: PaymentDetail }) {
  const { amountMinor, currency, at, card, type } = payment;
  const { tone, label } = toStatusWords(payment);
  const outcome = toOutcomeWords(payment);
  const facts = [
    { name: "Date", value: <DateTime value={at} show="time" /> },
    { name: "Paid with", value: card ? cardLabel(card) : "—" },
    { name: "Type", value: typeLabels[type] },
  ];
  return (
    <Card aria-label="Payment">
      <CardBody className="grid gap-6 sm:grid-cols-2">
        <div>
          <Figure size="lg" label="Amount" value={formatMoney(amountMinor, currency)} />
          <p className="mt-2">
            <Badge tone={tone}>{label}</Badge>
          </p>
          {outcome ? <p className="mt-3 text-ink-muted">{outcome}</p> : null}
        </div>
        <dl className="grid grid-cols-[auto_1fr] content-start gap-x-6 gap-y-2 sm:border-l sm:border-line sm:pl-6">
          {facts.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-ink-muted">{name}</dt>
              <dd className="text-right [&_time]:whitespace-normal">{value}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
      <BilledLines payment={payment} />
    </Card>
  );
}
