import { CreditAmount } from "@/components/credits/credit-amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { Investigation } from "@/lib/transactions";

type Payment = Investigation["payment"];

const tones = {
  succeeded: "positive",
  won: "positive",
  failed: "danger",
  lost: "danger",
  canceled: "neutral",
} as const;

const toneOf = (status: string) =>
  Object.hasOwn(tones, status) ? tones[status as keyof typeof tones] : ("warning" as const);

/** What went back, or is asked back, with what it did to the credits. */
export function ReturnsCard({ payment: { refunds, disputes } }: { payment: Payment }) {
  return (
    <Card aria-labelledby="returns">
      <CardHeader id="returns" title="Refunds and disputes" />
      {refunds.length + disputes.length === 0 ? (
        <CardBody className="pt-2 text-ink-muted">There are none.</CardBody>
      ) : (
        <ul className="divide-y divide-line pt-1">
          {refunds.map((one) => (
            <Return key={one.id} what="Refund" row={one} at={one.createdAt} id={one.stripeRefundId} />
          ))}
          {disputes.map((one) => (
            <Return key={one.id} what="Dispute" row={one} at={one.openedAt} id={one.stripeDisputeId} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type ReturnProps = {
  what: string;
  row: Pick<Payment["disputes"][number], "amountMinor" | "currency" | "clawedMilli" | "debtMilli"> & {
    status: string;
    reason: string | null;
  };
  at: Date;
  id: string | null;
};

function Return({
  what,
  row: { amountMinor, currency, status, reason, clawedMilli, debtMilli },
  at,
  id,
}: ReturnProps) {
  return (
    <li className="px-5 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {what} of <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        </span>
        <Badge tone={toneOf(status)}>{status.replaceAll("_", " ")}</Badge>
      </p>
      <p className="text-[0.8125rem] text-ink-muted">
        {reason ? `${reason.replaceAll("_", " ")} · ` : ""}
        <DateTime value={at} show="time" />
      </p>
      {clawedMilli > 0n ? (
        <p className="text-[0.8125rem] text-ink-muted">
          <CreditAmount creditsMilli={clawedMilli} unit /> taken back
          {debtMilli > 0n ? (
            <>
              , <CreditAmount creditsMilli={debtMilli} /> of them as debt
            </>
          ) : null}
        </p>
      ) : null}
      <p className="font-mono text-xs break-all text-ink-muted">{id ?? "not sent to Stripe yet"}</p>
    </li>
  );
}
