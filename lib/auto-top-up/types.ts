/** Why it switched itself off. */
export const topUpStops = [
  "declined",
  "needs_authentication",
  "no_card",
  "price_changed",
  "not_for_sale",
  "payment_returned",
] as const;

export type TopUpStop = (typeof topUpStops)[number];

export type TopUpStatus = "pending" | "succeeded" | "failed" | "needs_authentication";

/** What a pack costs and brings. */
export interface PackTerms {
  creditsMilli: bigint;
  amountMinor: bigint;
  currency: string;
}

/** What a member wants bought when their credits run low, with the price that they agreed to. */
export interface AutoTopUp extends PackTerms {
  enabled: boolean;
  /** Buys when fewer are left. */
  thresholdMilli: bigint;
  lookupKey: string;
  itemName: string;
  /** Most that is charged in a calendar month of UTC. */
  capMinor: bigint;
  /** Null while it is on, and when its member switched it off. */
  stoppedBecause: TopUpStop | null;
  stoppedAt: Date | null;
  /** When it was switched on, or changed, last. */
  agreedAt: Date;
}

/** What a member asks for when they switch it on, or change it. */
export interface TopUpWish {
  thresholdMilli: bigint;
  lookupKey: string;
  /** What the page said that the pack costs. */
  shownMinor: bigint;
  /** Of the price, and of the cap. */
  currency: string;
  capMinor: bigint;
}

/** A purchase that nobody clicked. */
export interface TopUp extends PackTerms {
  id: string;
  itemName: string;
  cardLabel: string;
  status: TopUpStatus;
  failureCode: string | null;
  declineCode: string | null;
  /** Whose page tells more; null where nothing was charged or tried. */
  paymentId: string | null;
  at: Date;
}

/** All that a member sees of it. */
export interface AutoTopUpView {
  /** Null before it was switched on for the first time. */
  settings: AutoTopUp | null;
  /** Charged, or about to be, in this calendar month of UTC, in the currency of the settings. */
  spentMinor: bigint;
  /** The cap counts from 0 again. */
  monthEndsAt: Date;
  /** The latest first. */
  topUps: TopUp[];
}
