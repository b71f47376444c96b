/** Credit amounts are milli-credits (1 credit is 1000n), money is minor units of its currency. */

export const creditKinds = ["subscription", "payg", "promo", "admin"] as const;
export type CreditKind = (typeof creditKinds)[number];

export const entryReasons = [
  "grant",
  "spend",
  "hold",
  "capture",
  "release",
  "expire",
  "revoke",
  "restore",
  "freeze",
  "unfreeze",
  "forgive",
] as const;
export type EntryReason = (typeof entryReasons)[number];

export interface Money {
  amountMinor: bigint;
  /** ISO 4217, lower case as Stripe writes it. */
  currency: string;
}

/** What every change carries. */
export interface ChangeInput {
  userId: string;
  /**
   * Names the business event, unique per account, for ever: the same key and content give the first result
   * again, other content is a conflict. At most 200 characters.
   */
  key: string;
  /** The business object, for example `run:{id}`. At most 200 characters. */
  reference?: string;
  /** Words for the history, for example `Image optimiser`. At most 200 characters. */
  description?: string;
}

export interface SpendInput extends ChangeInput {
  creditsMilli: bigint;
}

export interface GrantInput extends ChangeInput {
  creditsMilli: bigint;
  kind: CreditKind;
  /** When it begins to count; now if absent. */
  effectiveAt?: Date;
  /** The instant from which it no longer counts; never if absent. */
  expiresAt?: Date | null;
  /** What was paid for it; a clawback takes in proportion to it. */
  cost?: Money;
  /** Lower is spent first. By default 10 for subscription credits and 20 for all others. */
  priority?: number;
}

export interface HoldInput extends ChangeInput {
  creditsMilli: bigint;
  /** When the hold lapses by itself, should nobody settle it. */
  expiresAt: Date;
}

export interface CaptureInput {
  userId: string;
  /** The key that the hold was made with. */
  holdKey: string;
  /** From 0 to the held amount; the rest goes back to its lots. */
  creditsMilli: bigint;
}

export interface ReleaseInput {
  userId: string;
  holdKey: string;
}

/** A lot is named by the key of the grant that made it. */
export interface LotInput extends ChangeInput {
  lotKey: string;
}

export interface RevokeInput extends LotInput {
  /** The money that went back with this refund or dispute, or an amount of credits for a lot without a price. */
  take: Money | { creditsMilli: bigint };
}

export interface RestoreInput extends ChangeInput {
  /** The key of the revocation that did not hold, for example of a refund that failed. */
  revocationKey: string;
}

export interface ForgiveInput extends ChangeInput {
  /** The whole debt if absent. */
  creditsMilli?: bigint;
}

export interface LotPart {
  lotNo: number;
  kind: CreditKind;
  /** Always positive. */
  creditsMilli: bigint;
}

/** One line of the history, as the change that wrote it returns it. */
export interface Receipt {
  /** The entry's number on its account, from 1 without gaps. */
  seq: bigint;
  /** Signed change of the balance. */
  deltaMilli: bigint;
  balanceAfterMilli: bigint;
  at: Date;
  /** The lots it took from or gave to, in burn order. */
  parts: LotPart[];
  /** Signed change of the debt. */
  debtDeltaMilli: bigint;
  /** True when this key had been used before and nothing was changed now. */
  replayed: boolean;
}

/** What may be spent at one instant, and what is on the account besides. */
export interface CreditBalance {
  /** Spendable now: subscription plus pay-as-you-go. Never negative. */
  totalMilli: bigint;
  subscriptionMilli: bigint;
  /** Every kind but subscription: pay-as-you-go, promotional and admin credits. */
  paygMilli: bigint;
  /** Reserved by work that is running. */
  heldMilli: bigint;
  /** Blocked by an open payment dispute. */
  frozenMilli: bigint;
  /** Granted, but counting only from a later instant. */
  upcomingMilli: bigint;
  /** Owed after a clawback of credits that were already spent; the next grant repays it first. */
  debtMilli: bigint;
  /** Number of the latest entry, 0 for an account without any: changes with every change. */
  version: bigint;
}
