import type { OpenInvoicePayment } from "@/lib/payment-methods/types";
import { formatMoney } from "@/lib/shared/format";
import { toDeclineWords } from "./decline-words";

export interface PaymentNotice {
  tone: "positive" | "warning" | "danger";
  title: string;
  detail: string;
  /** Where to go on by hand. */
  action: { label: string; href: string } | null;
}

/** What became of an open invoice after a new default, for its member. */
export function toPaymentNotice(payment: OpenInvoicePayment): PaymentNotice {
  const amount = formatMoney(payment.amountMinor, payment.currency);
  const action = (label: string) => (payment.hostedUrl ? { label, href: payment.hostedUrl } : null);
  switch (payment.outcome) {
    case "paid":
      return {
        tone: "positive",
        title: `Your open invoice of ${amount} is paid.`,
        detail: "The credits of this period arrive in a moment.",
        action: null,
      };
    case "refused":
      return {
        tone: "danger",
        title: `Your open invoice of ${amount} could not be paid.`,
        detail: `The card was declined. ${toDeclineWords(payment)} You were not charged. Choose or add another one.`,
        action: action("Pay at Stripe"),
      };
    case "needs_authentication":
      return {
        tone: "warning",
        title: `Your bank wants you to confirm the payment of ${amount}.`,
        detail: "You were not charged yet. Confirm it on Stripe's page of this invoice.",
        action: action("Confirm at Stripe"),
      };
    case "unknown":
      return {
        tone: "warning",
        title: `Your open invoice of ${amount} is not paid yet.`,
        detail: "Stripe does not answer right now. It will charge your new default by itself.",
        action: action("Look at Stripe"),
      };
  }
}
