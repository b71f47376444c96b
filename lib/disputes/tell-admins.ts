import type { Db } from "@/lib/db";
import type { GatewayFraudWarning } from "@/lib/ports/dispute-gateway";
import type { ReturnedPayment } from "@/lib/refunds";
import { formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import { getUserEmail, tellAdmins } from "@/lib/users";
import { disputeReason, warningKind } from "./bank-words";
import { isInquiry, isOver } from "./policy";
import type { DisputeRow } from "./repository";
import type { DisputeContext } from "./context";

interface DisputeNews {
  dispute: DisputeRow;
  payment: ReturnedPayment;
  frozenMilli: bigint;
}

/** A dispute or an inquiry was opened, or an inquiry became a dispute. */
export async function tellOfDispute(
  { appUrl }: DisputeContext,
  tx: Db,
  { dispute, payment, frozenMilli }: DisputeNews,
): Promise<void> {
  const { id, status, amountMinor, currency, openedAt, reason, dueBy } = dispute;
  const wantsAnswer = !isOver(status) && dueBy;
  const props = {
    purchase: payment.description,
    amount: formatMoney(amountMinor, currency),
    memberEmail: await getUserEmail(tx, payment.userId),
    openedAt: formatMinute(openedAt),
    reason: disputeReason(reason),
    dueBy: wantsAnswer ? formatMinute(wantsAnswer) : null,
    inquiry: isInquiry(status),
    credits: formatCredits(frozenMilli),
    disputeUrl: `${appUrl}/admin/payments/${payment.id}`,
  };
  await tellAdmins(tx, { key: `dispute:${id}:${status}`, message: { template: "dispute-opened", props } });
}

export async function tellOfFraudWarning(
  { appUrl }: DisputeContext,
  tx: Db,
  { warning, payment }: { warning: GatewayFraudWarning; payment: ReturnedPayment },
): Promise<void> {
  const { stripeWarningId, createdAt, kind, actionable } = warning;
  const props = {
    purchase: payment.description,
    amount: formatMoney(payment.amountMinor, payment.currency),
    memberEmail: await getUserEmail(tx, payment.userId),
    warnedAt: formatMinute(createdAt),
    reason: warningKind(kind),
    actionable,
    paymentUrl: `${appUrl}/admin/payments/${payment.id}`,
  };
  await tellAdmins(tx, {
    key: `fraud-warning:${stripeWarningId}`,
    message: { template: "fraud-warning", props },
  });
}
