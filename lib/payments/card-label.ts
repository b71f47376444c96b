import type { GatewayAttempt } from "@/lib/ports/payment-gateway";

/** Stripe's names of card brands as people know them. */
const brands: Readonly<Record<string, string>> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** "Visa •••• 4242", for receipts and lists. */
export function cardLabel({ brand, last4 }: NonNullable<GatewayAttempt["card"]>): string {
  return `${brands[brand] ?? "Card"} •••• ${last4}`;
}
