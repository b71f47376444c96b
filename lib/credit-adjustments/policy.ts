import { createHash } from "node:crypto";
import { defaultNotes } from "./types";
import type {
  Adjustment,
  AdjustmentPlan,
  AdjustmentRefusal,
  AdjustmentWish,
  Change,
  Standing,
} from "./types";

const toChange = (beforeMilli: bigint, changeMilli: bigint): Change => ({
  beforeMilli,
  changeMilli,
  afterMilli: beforeMilli + changeMilli,
});

interface Moves {
  spendableMilli: bigint;
  debtMilli: bigint;
}

/** What an account becomes by moves of what can be spent and of what is owed. */
export function toEffect(standing: Standing, { spendableMilli, debtMilli }: Moves) {
  return {
    outcome: "possible" as const,
    spendable: toChange(standing.spendableMilli, spendableMilli),
    debt: toChange(standing.debtMilli, debtMilli),
  };
}

function refuse(refusal: AdjustmentRefusal, availableMilli: bigint, askedMilli: bigint): AdjustmentPlan {
  return { outcome: "refused", refusal, availableMilli, missingMilli: askedMilli - availableMilli };
}

const lesser = (a: bigint, b: bigint) => (a < b ? a : b);

/** What is added repays a debt first, and is to be spent with what is left of it. */
function planAddition(standing: Standing, { creditsMilli, expiresAt }: AdjustmentWish, now: Date) {
  if (expiresAt && expiresAt <= now) return refuse("expired", 0n, creditsMilli);
  const repaid = lesser(standing.debtMilli, creditsMilli);
  return toEffect(standing, { spendableMilli: creditsMilli - repaid, debtMilli: -repaid });
}

/** Never below zero but as debt, and nobody owes more than they used. */
function planRemoval(standing: Standing, { creditsMilli, asDebt }: AdjustmentWish) {
  const taken = lesser(standing.spendableMilli, creditsMilli);
  const missing = creditsMilli - taken;
  if (missing > 0n && !asDebt) return refuse("below_zero", taken, creditsMilli);
  if (missing > standing.owableMilli)
    return refuse("beyond_used", taken + standing.owableMilli, creditsMilli);
  return toEffect(standing, { spendableMilli: -taken, debtMilli: missing });
}

function planForgiveness(standing: Standing, { creditsMilli }: AdjustmentWish) {
  if (standing.debtMilli === 0n) return refuse("no_debt", 0n, creditsMilli);
  if (creditsMilli > standing.debtMilli) return refuse("beyond_debt", standing.debtMilli, creditsMilli);
  return toEffect(standing, { spendableMilli: 0n, debtMilli: -creditsMilli });
}

/** What an adjustment does to an account as it stands, or why it cannot be. Pure: the preview and the effect ask it. */
export function planAdjustment(standing: Standing, wish: AdjustmentWish, now: Date): AdjustmentPlan {
  if (wish.act === "add") return planAddition(standing, wish, now);
  return wish.act === "remove" ? planRemoval(standing, wish) : planForgiveness(standing, wish);
}

/** What was looked at: a wish, or an adjustment to undo. */
type Looked = AdjustmentWish | { adjustmentId: string; asDebt: boolean };

const toText = (looked: Looked) =>
  "adjustmentId" in looked
    ? [looked.adjustmentId, looked.asDebt]
    : [looked.act, looked.creditsMilli, looked.expiresAt?.toISOString(), looked.asDebt, looked.note];

/** Names what was looked at, and how the account stood then: nothing else is confirmed by it. */
export function tokenOf(standing: Standing, looked: Looked): string {
  const { spendableMilli, debtMilli, owableMilli, version } = standing;
  const text = [spendableMilli, debtMilli, owableMilli, version, ...toText(looked)].join("\n");
  return createHash("sha256").update(text).digest("base64url");
}

export const entryKey = (adjustmentId: string) => `admin:${adjustmentId}`;

/** The words of the entry in the member's history. */
export const entryWords = (act: Adjustment["act"], note: string | null) => note ?? defaultNotes[act];
