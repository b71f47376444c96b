import { toRefundState } from "@/app/(app)/admin/refunds/_components/refund-state";
import { Alert } from "@/components/ui/alert";
import type { RefundablePayment } from "@/lib/refunds/types";
import { formatMoney } from "@/lib/shared/format";
import { LookAgain } from "./look-again";

/** Says what became of the refund that was confirmed a moment ago, and follows it for a while. */
export function DoneNotice({ payment, refundId }: { payment: RefundablePayment; refundId: string }) {
  const request = payment.waiting.find(({ id }) => id === refundId);
  if (request) {
    return (
      <Alert tone="positive" title={`${formatMoney(request.amountMinor, request.currency)} asked for.`}>
        Another admin decides about it; until then the amount is reserved.
      </Alert>
    );
  }
  const story = payment.refunds.find(({ id }) => id === refundId);
  if (!story) return null;
  const money = formatMoney(story.amountMinor, payment.currency);
  const { tone, label, text } = toRefundState(story);
  const bad = tone === "danger";
  return (
    <>
      <Alert tone={bad ? "warning" : "positive"} title={`${money}: ${label.toLowerCase()}.`}>
        {text}
      </Alert>
      {story.stripeRefundId === null && !bad ? <LookAgain /> : null}
    </>
  );
}
