import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { cardLabel } from "@/lib/payments";
import { formatMoney } from "@/lib/shared/format";
import type { FailedTry, PaymentFailure, PersonPayment, PersonRefund } from "@/lib/support/types";

const statuses = {
  succeeded: { tone: "positive", label: "Paid" },
  processing: { tone: "accent", label: "On its way" },
  failed: { tone: "danger", label: "Failed" },
  canceled: { tone: "neutral", label: "Canceled" },
} as const;

const note = "text-[0.8125rem] break-words text-ink-muted";

/** Stripe's own words and codes: support needs them as they are, unlike the member. */
function failureText({ failureCode, declineCode, failureMessage }: PaymentFailure): string {
  const codes = [failureCode, declineCode].filter((code) => code !== null).join(", ");
  return [failureMessage, codes ? `(${codes})` : null].filter((part) => part !== null).join(" ");
}

function cardText({ cardBrand, cardLast4 }: Pick<FailedTry, "cardBrand" | "cardLast4">): string {
  return cardBrand && cardLast4 ? `${cardLabel({ brand: cardBrand, last4: cardLast4 })} · ` : "";
}

export function PaymentRow({ payment }: { payment: PersonPayment }) {
  const { description, status, amountMinor, refundedMinor, currency, problem, at } = payment;
  const { stripePaymentIntentId, attempts, refunds, disputes } = payment;
  const { tone, label } = statuses[status];
  return (
    <li className="px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <p className="min-w-0 font-medium break-words">
          <Link
            href={`/admin/payments/${payment.id}` as Route}
            prefetch={false}
            className="rounded-xs hover:underline hover:underline-offset-4"
          >
            {description}
          </Link>
        </p>
        <p className="flex items-center gap-2">
          {refundedMinor > 0n ? <Badge>{formatMoney(refundedMinor, currency)} refunded</Badge> : null}
          {disputes.length > 0 ? <Badge tone="warning">Disputed</Badge> : null}
          <Badge tone={tone}>{label}</Badge>
          <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        </p>
      </div>
      <p className={note}>
        {cardText(payment)}
        <DateTime value={at} show="time" /> ·{" "}
        <span className="font-mono break-all">{stripePaymentIntentId}</span>
      </p>
      {problem ? <p className="mt-1 break-words text-warning">Brought no credits: {problem}</p> : null}
      {attempts.map((attempt) => (
        <p key={attempt.id} className={`mt-1 ${note}`}>
          <span className="text-danger">Refused</span>, {cardText(attempt)}
          <DateTime value={attempt.attemptedAt} show="time" />: {failureText(attempt)}
        </p>
      ))}
      {attempts.length === 0 && status === "failed" ? <p className={note}>{failureText(payment)}</p> : null}
      {refunds.map((refund) => (
        <RefundLine key={refund.id} refund={refund} currency={currency} />
      ))}
      {disputes.map(({ status: state, reason, dueBy }) => (
        <p key={`${state} ${reason}`} className={`mt-1 ${note}`}>
          Dispute: {reason.replaceAll("_", " ")}, {state.replaceAll("_", " ")}
          {dueBy ? (
            <>
              , answer due <DateTime value={dueBy} show="time" />
            </>
          ) : null}
        </p>
      ))}
    </li>
  );
}

function RefundLine({ refund, currency }: { refund: PersonRefund; currency: string }) {
  const { amountMinor, status, reason, failureReason, stripeRefundId, createdAt } = refund;
  const words = [status, reason, failureReason].filter((word) => word !== null).join(", ");
  return (
    <p className={`mt-1 ${note}`}>
      Refund of <Money amountMinor={amountMinor} currency={currency} />,{" "}
      <DateTime value={createdAt} show="time" />: {words.replaceAll("_", " ")}
      {stripeRefundId ? <span className="font-mono break-all"> · {stripeRefundId}</span> : null}
    </p>
  );
}
