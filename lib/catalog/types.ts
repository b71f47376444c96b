/** One price as Stripe sells it. `lookupKey` is its name everywhere; Stripe's ids differ per account. */
export interface CatalogPrice {
  lookupKey: string;
  amountMinor: bigint;
  /** ISO 4217, lower case as Stripe writes it. */
  currency: string;
}

/** Pay-as-you-go credits, paid once; they never expire. */
export interface Pack {
  kind: "pack";
  key: string;
  name: string;
  description: string;
  credits: number;
  price: CatalogPrice;
}

export type BillingInterval = "month" | "year";

/** Credits every month; a yearly price pays for twelve such months at once. */
export interface Plan {
  kind: "plan";
  key: string;
  name: string;
  description: string;
  creditsPerMonth: number;
  /** For people who never had a plan: days before the first payment, and what they may spend meanwhile. */
  trial: { days: number; credits: number } | null;
  prices: Record<BillingInterval, CatalogPrice>;
}

export type CatalogItem = Pack | Plan;

/** Why a price in Stripe is not sold. */
export type CatalogProblem =
  "credits_missing" | "credits_invalid" | "kind_missing" | "amount_missing" | "interval_wrong";

/** A price of a plan as Stripe sells it now. */
export interface PlanForSale {
  stripePriceId: string;
  planKey: string;
  name: string;
  interval: BillingInterval;
  /** Of one month. */
  credits: number;
  creditsMilli: bigint;
  price: CatalogPrice;
}

/** What a price of a plan stands for, on sale or not any more. */
export interface PlanTerms {
  stripePriceId: string;
  planKey: string;
  planName: string;
  interval: BillingInterval;
  /** Of one month. */
  creditsMilli: bigint;
  /** Of one trial, whatever its length. */
  trialCreditsMilli: bigint;
  /** Of one period. */
  amountMinor: bigint;
}

/** A pack as Stripe sells it now. */
export interface PackForSale {
  stripePriceId: string;
  name: string;
  credits: number;
  creditsMilli: bigint;
  price: CatalogPrice;
}

/** A price as Stripe has it, ours or not. */
export interface StripePrice {
  stripePriceId: string;
  stripeProductId: string;
  lookupKey: string | null;
  name: string;
  creditsMilli: bigint | null;
  amountMinor: bigint | null;
  currency: string;
  interval: BillingInterval | null;
  /** Its product is on sale there. */
  active: boolean;
  problem: CatalogProblem | null;
}

/** One of our prices beside the one of Stripe's that has its lookup key. */
export interface ComparedPrice {
  lookupKey: string;
  ours: {
    kind: "pack" | "plan";
    name: string;
    /** Of a plan: of one month. */
    credits: number;
    amountMinor: bigint;
    currency: string;
    interval: BillingInterval | null;
  };
  stripe: StripePrice | null;
}
