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
  /** The business object, for example `run:{id}`; the key if absent. At most 200 characters. */
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

/** What a revocation would do, before it is confirmed. */
export interface RevocationPreview {
  /** The credits that the money stands for: the sum of the four below. */
  creditsMilli: bigint;
  /** Unspent, taken from the lot at once. */
  takenMilli: bigint;
  /** Reserved by running work: taken, or owed, when that work ends. */
  reservedMilli: bigint;
  /** Expired before, so nothing is taken for it. */
  alreadyExpiredMilli: bigint;
  /** Already spent: becomes debt. */
  debtMilli: bigint;
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

export type LotStatus = "spendable" | "held" | "upcoming" | "frozen" | "expired" | "empty";

/** One grant as it stands: granted = spent + expired + clawedBack + toDebt + remaining. */
export interface Lot {
  no: number;
  kind: CreditKind;
  /** The key of the grant, for example `pi:…`. */
  lotKey: string;
  description: string;
  status: LotStatus;
  grantedMilli: bigint;
  spentMilli: bigint;
  expiredMilli: bigint;
  /** Taken back after a refund or a lost dispute. */
  clawedBackMilli: bigint;
  /** What repaid a debt on arrival. */
  toDebtMilli: bigint;
  remainingMilli: bigint;
  /** Of the remaining: reserved by work that is running. */
  heldMilli: bigint;
  /** Of the remaining: counts in the balance now. */
  spendableMilli: bigint;
  cost: Money | null;
  grantedAt: Date;
  effectiveAt: Date;
  expiresAt: Date | null;
}

export interface OpenHold {
  seq: bigint;
  creditsMilli: bigint;
  reference: string;
  description: string;
  heldAt: Date;
  /** When it gives back by itself. */
  expiresAt: Date;
}

/** Credits that expire at one instant ahead, should they not be spent before. */
export interface Expiry {
  at: Date;
  kind: CreditKind;
  creditsMilli: bigint;
}

export interface CreditOverview {
  balance: CreditBalance;
  /** Lots with something left, in the order in which they are spent; what is not spendable now stands last. */
  lots: Lot[];
  holds: OpenHold[];
  /** Soonest first. */
  expiries: Expiry[];
}

/** Sums over lots, in the words of a waterfall: granted less all the rest is spendable. */
export interface LotTotals {
  lots: number;
  grantedMilli: bigint;
  spentMilli: bigint;
  expiredMilli: bigint;
  clawedBackMilli: bigint;
  toDebtMilli: bigint;
  heldMilli: bigint;
  frozenMilli: bigint;
  upcomingMilli: bigint;
  spendableMilli: bigint;
}

export interface BalanceExplanation {
  balance: CreditBalance;
  /** Over all lots ever: `totals.spendableMilli` is the balance. */
  totals: LotTotals;
  /** Every lot with something left, in the order in which they are spent. */
  lots: Lot[];
  /** All lots with nothing left, together. */
  emptyLots: LotTotals;
}

export interface EntryFilter {
  reasons?: readonly EntryReason[];
  /** Entries that touched a lot of one of these kinds. */
  kinds?: readonly CreditKind[];
  /** Entries that refer to one of these business objects, for example `payment:{id}`. */
  references?: readonly string[];
  /** The first instant of the range, and the first after it. */
  from?: Date;
  to?: Date;
  /** Part of the description or reference, in any case. */
  search?: string;
}

export interface EntryPageInput extends EntryFilter {
  userId: string;
  /** Entries older than this number. */
  before?: bigint;
  /** Entries newer than this number. */
  after?: bigint;
  /** 1 to 200, by default 50. */
  limit?: number;
}

/** One line of the history. `countsFrom` is null but of a grant that counts only from a later instant. */
export interface Entry {
  seq: bigint;
  reason: EntryReason;
  deltaMilli: bigint;
  balanceAfterMilli: bigint;
  debtDeltaMilli: bigint;
  at: Date;
  countsFrom: Date | null;
  reference: string;
  description: string;
  parts: (LotPart & { lotDescription: string })[];
}

/** A page of the history, newest first. The cursors are null at the ends. */
export interface EntryPage {
  entries: Entry[];
  /** For `before`, to read on. */
  older: bigint | null;
  /** For `after`, to read back. */
  newer: bigint | null;
}

/** An invariant that does not hold. */
export interface LedgerDifference {
  /** Null for a rule over the whole ledger. */
  userId: string | null;
  rule: string;
  /** Whole numbers as text: sums may pass 64 bits. */
  expected: string;
  actual: string;
}

export interface LedgerReport {
  /** How many accounts were recomputed. */
  accounts: number;
  differences: LedgerDifference[];
  /** Whole numbers as text: sums may pass 64 bits. */
  totals: {
    issuedMilli: string;
    forgivenMilli: string;
    spentMilli: string;
    expiredMilli: string;
    clawedBackMilli: string;
    balancesMilli: string;
  };
}
