import type { IdKind } from "@/lib/support/types";

/** What a searched id is called. */
export const idWords: Readonly<Record<IdKind, string>> = {
  user: "user",
  payment: "payment",
  customer: "customer of Stripe's",
  payment_intent: "payment of Stripe's",
  charge: "charge of Stripe's",
  invoice: "invoice of Stripe's",
  subscription: "subscription of Stripe's",
  refund: "refund of Stripe's",
  dispute: "dispute of Stripe's",
  checkout: "checkout of Stripe's",
};
