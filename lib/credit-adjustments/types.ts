export const adjustmentActs = ["add", "remove", "forgive"] as const;
export type AdjustmentAct = (typeof adjustmentActs)[number];

/** What the member reads where the admin gave no words. */
export const defaultNotes = {
  add: "Credits from our support",
  remove: "Correction by our support",
  forgive: "Credits owed",
  reverse: "A change by our support was undone",
} as const;

/** What an admin wants to change. */
export interface AdjustmentWish {
  act: AdjustmentAct;
  creditsMilli: bigint;
  /** Of what is added: the instant from which it no longer counts; null for never, as pay-as-you-go credits. */
  expiresAt: Date | null;
  /** Of what is removed: what is missing becomes debt. */
  asDebt: boolean;
  /** What the member reads in their history. */
  note: string | null;
}

/** How an account stands, as far as an adjustment depends on it. */
export interface Standing {
  spendableMilli: bigint;
  debtMilli: bigint;
  /** What was used and is not owed: as much more can become debt. */
  owableMilli: bigint;
  /** Of the account: another number with every change. */
  version: bigint;
}

export interface Change {
  beforeMilli: bigint;
  changeMilli: bigint;
  afterMilli: bigint;
}

/** What an adjustment does: to what can be spent, and to what is owed. */
export interface AdjustmentEffect {
  spendable: Change;
  debt: Change;
}

/**
 * Why an adjustment cannot be: too little is there and no debt was wanted; more than was ever used cannot be owed; nothing,
 * or not as much, is owed; the expiry has passed; of what was added nothing is left.
 */
export type AdjustmentRefusal =
  "below_zero" | "beyond_used" | "no_debt" | "beyond_debt" | "expired" | "nothing_left";

export type AdjustmentPlan =
  | ({ outcome: "possible" } & AdjustmentEffect)
  | { outcome: "refused"; refusal: AdjustmentRefusal; availableMilli: bigint; missingMilli: bigint };

export interface AdjustmentPreview {
  plan: AdjustmentPlan;
  /** What was previewed; the confirmation brings it back. */
  token: string;
}

/** What undoing an adjustment would do. */
export interface ReversalPreview extends AdjustmentPreview {
  adjustment: Adjustment;
  /** Of what was added: used already. Only as debt can it be taken back. */
  usedMilli: bigint;
}

/** One change by an admin, as the pages for admins show it. */
export interface Adjustment {
  id: string;
  act: AdjustmentAct | "reverse";
  amountMilli: bigint;
  expiresAt: Date | null;
  asDebt: boolean;
  reason: string;
  note: string | null;
  entrySeq: bigint;
  deltaMilli: bigint;
  debtDeltaMilli: bigint;
  /** The admin's present address. */
  by: string;
  at: Date;
  reversesId: string | null;
  /** The change that undid it. */
  reversedById: string | null;
}

export interface AdjustmentPage {
  adjustments: Adjustment[];
  older: bigint | null;
  newer: bigint | null;
}
