import type {
  FoundDispute,
  FoundInvoice,
  FoundPayment,
  FoundRefund,
} from "@/lib/ports/reconciliation-gateway";
import type { GatewaySubscription } from "@/lib/ports/subscription-gateway";
import { formatDateTime, formatMoney } from "@/lib/shared/format";
import type { PaymentRow } from "./payment-queries";
import type { FieldPair } from "./types";

type Side = string | null;
type Fields = readonly (readonly [name: string, here: Side, there: Side])[];

const toPairs = (fields: Fields): FieldPair[] =>
  fields.map(([field, here, there]) => ({ field, here, there, differs: here !== there }));

const words = (code: string | null | undefined) => code?.replaceAll("_", " ") ?? null;
const when = (date: Date | null | undefined) => (date ? formatDateTime(date) : null);
const money = (minor: bigint | null | undefined, currency: string) =>
  minor === null || minor === undefined ? null : formatMoney(minor, currency);

/** Stripe has no state for a payment that was tried, refused and left: here it failed. */
const statusThere = ({ status }: FoundPayment) => (status === "incomplete" ? "failed" : status);

export function comparePayment(row: PaymentRow, there: FoundPayment, owner: Side): FieldPair[] {
  const [last] = there.attempts.toReversed();
  const decisive = there.attempts.find(({ status }) => status === "succeeded") ?? last;
  const paid = decisive?.status === "succeeded" ? decisive.attemptedAt : null;
  const cardOf = (brand: Side | undefined, last4: Side | undefined) =>
    brand && last4 ? `${brand} ${last4}` : null;
  const tries = (all: readonly { status: string }[]) => {
    const failed = all.filter(({ status }) => status === "failed").length;
    return `${all.length}${failed > 0 ? `, ${failed} failed` : ""}`;
  };
  return toPairs([
    ["State", words(row.status), words(statusThere(there))],
    ["Amount", money(row.amountMinor, row.currency), money(there.amountMinor, there.currency)],
    [
      "Went back",
      money(row.refundedMinor, row.currency),
      there.refundedMinor === null ? money(0n, there.currency) : money(there.refundedMinor, there.currency),
    ],
    ["Customer", owner, there.stripeCustomerId],
    ["Charge", row.stripeChargeId, decisive?.stripeChargeId ?? null],
    ["Card", cardOf(row.cardBrand, row.cardLast4), cardOf(decisive?.card?.brand, decisive?.card?.last4)],
    ["Tries", tries(row.attempts), tries(there.attempts)],
    [
      "Decline reason",
      row.declineCode ?? row.failureCode,
      there.failure?.declineCode ?? there.failure?.code ?? null,
    ],
    ["Begun", when(row.createdAt), when(there.createdAt)],
    ["Paid", when(row.paidAt), when(paid)],
  ]);
}

export function compareInvoice(row: NonNullable<PaymentRow["invoice"]>, there: FoundInvoice): FieldPair[] {
  return toPairs([
    ["State", row.status, there.status],
    ["Total", money(row.totalMinor, row.currency), money(there.totalMinor, there.currency)],
    ["Paid", money(row.paidMinor, row.currency), money(there.paidMinor, there.currency)],
    ["Due", money(row.dueMinor, row.currency), money(there.dueMinor, there.currency)],
    ["Issued", when(row.issuedAt), when(there.issuedAt)],
  ]);
}

type Subscription = NonNullable<NonNullable<PaymentRow["invoice"]>["subscription"]>;

export function compareSubscription(row: Subscription, there: GatewaySubscription): FieldPair[] {
  return toPairs([
    ["State", words(row.status), words(there.status)],
    ["Price", money(row.amountMinor, row.currency), money(there.amountMinor, there.currency)],
    ["Period ends", when(row.periodEndsAt), when(there.periodEndsAt)],
    ["Ends", when(row.cancelsAt), when(there.endedAt ? null : there.cancelsAt)],
  ]);
}

export function compareRefund(row: PaymentRow["refunds"][number], there: FoundRefund): FieldPair[] {
  return toPairs([
    ["State", words(row.status), words(there.status)],
    ["Amount", money(row.amountMinor, row.currency), money(there.amountMinor, there.currency)],
  ]);
}

export function compareDispute(row: PaymentRow["disputes"][number], there: FoundDispute): FieldPair[] {
  return toPairs([
    ["State", words(row.status), words(there.status)],
    ["Amount", money(row.amountMinor, row.currency), money(there.amountMinor, there.currency)],
    ["Reason", words(row.reason), words(there.reason)],
  ]);
}
