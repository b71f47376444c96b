import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { cardLabel } from "@/lib/payments";
import { formatCredits, formatMoney } from "@/lib/shared/format";
import type { Investigation } from "@/lib/transactions";
import { failureText, toStatusWords } from "../../_components/payment-words";

type PaymentSummaryProps = { payment: Investigation["payment"] };

/** What was paid, by whom, and what came of it. */
export function PaymentSummary({ payment }: PaymentSummaryProps) {
  const { status, amountMinor, refundedMinor, currency, creditsMilli, creditedAt, invoice, kind } = payment;
  const { tone, label } = toStatusWords(status);
  const brought = kind === "purchase" ? creditsMilli : (invoice?.creditsMilli ?? creditsMilli);
  const credited = creditedAt ?? invoice?.creditedAt ?? null;
  return (
    <Card aria-label="Summary" className="mb-8">
      <CardBody className="grid grid-cols-2 gap-5 lg:grid-cols-4">
        <Figure label="Amount" value={formatMoney(amountMinor, currency)} note={currency.toUpperCase()} />
        <Figure
          label="Went back"
          value={formatMoney(refundedMinor, currency)}
          note={refundedMinor === 0n ? "Nothing was refunded" : `of ${formatMoney(amountMinor, currency)}`}
        />
        <Figure
          label="Credits"
          value={credited ? formatCredits(brought) : "—"}
          note={credited ? <DateTime value={credited} show="time" /> : "None were granted"}
        />
        <Figure label="Begun" value={<DateTime value={payment.createdAt} />} />
      </CardBody>
      <Troubles payment={payment} />
      <CardFooter className="justify-start gap-x-5">
        <Badge tone={tone}>{label}</Badge>
        {refundedMinor > 0n ? (
          <Badge>{refundedMinor < amountMinor ? "Refunded in part" : "Refunded"}</Badge>
        ) : null}
        <Link
          href={`/admin/users/${payment.userId}` as Route}
          className="font-medium break-all text-ink underline underline-offset-4"
        >
          {payment.customer.user.email}
        </Link>
        {payment.cardBrand && payment.cardLast4 ? (
          <span>{cardLabel({ brand: payment.cardBrand, last4: payment.cardLast4 })}</span>
        ) : null}
        <Link
          href={`/admin/users/${payment.userId}?tab=payments` as Route}
          className="underline underline-offset-4"
        >
          All their payments
        </Link>
      </CardFooter>
    </Card>
  );
}

function Troubles({ payment }: PaymentSummaryProps) {
  const failure = payment.status === "succeeded" ? null : failureText(payment);
  if (!failure && !payment.problem) return null;
  return (
    <div className="flex flex-col gap-3 px-5 pb-5">
      {failure ? (
        <Alert tone="danger" title="It was refused">
          {failure}
        </Alert>
      ) : null}
      {payment.problem ? (
        <Alert tone="warning" title="The money is not what was agreed, so it brought no credits">
          {payment.problem.replaceAll("_", " ")}: refund it, or grant credits by hand.
        </Alert>
      ) : null}
    </div>
  );
}
