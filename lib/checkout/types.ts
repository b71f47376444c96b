export type CheckoutStatus = "open" | "processing" | "completed" | "failed" | "expired";

/** What somebody wants to buy, as Stripe sells it now. */
export interface Offer {
  kind: "pack" | "plan";
  lookupKey: string;
  name: string;
  stripePriceId: string;
  /** Of a plan: of one month. */
  creditsMilli: bigint;
  amountMinor: bigint;
  currency: string;
  /** Days before a plan's first payment. */
  trialDays: number;
}

/** What was agreed before anybody was sent to pay. */
export interface Checkout {
  id: string;
  userId: string;
  kind: "pack" | "plan";
  lookupKey: string;
  itemName: string;
  stripePriceId: string;
  creditsMilli: bigint;
  amountMinor: bigint;
  currency: string;
  status: CheckoutStatus;
  stripeSessionId: string | null;
  /** Bought by itself, with a saved card: no session leads to its payment. */
  topUp: { id: string } | null;
}

/** Why money that arrived brought no credits. */
export type PurchaseProblem =
  "payment_missing" | "amount_differs" | "currency_differs" | "items_differ" | "credits_differ";

/** `foreign`: not a checkout of ours. Every other outcome is the state that the checkout now has. */
export type Fulfilment =
  | { outcome: Exclude<CheckoutStatus, "failed"> }
  | { outcome: "failed"; problem: PurchaseProblem | null }
  | { outcome: "foreign" };

/** A purchase as its buyer sees it. */
export interface Purchase {
  kind: "pack" | "plan";
  status: CheckoutStatus;
  /** Money arrived that does not match what was agreed: support decides. */
  underReview: boolean;
  itemName: string;
  creditsMilli: bigint;
  /** As it was agreed; a promotion code lowers what is paid. */
  amountMinor: bigint;
  /** Of a pack that was bought; else null. */
  paidMinor: bigint | null;
  currency: string;
}
