import { effectOf, isInquiry, isOver } from "./policy";
import type { DisputeCredits, DisputeStage, DisputeStatus } from "./types";

const all: readonly DisputeStatus[] = [
  ...(["warning_needs_response", "warning_under_review", "warning_closed", "needs_response"] as const),
  ...(["under_review", "appeal_needs_response", "appeal_under_review", "won", "lost", "prevented"] as const),
];

/** The statuses of a stage; every status where none is given. */
export function statusesOf(stage: DisputeStage | null): readonly DisputeStatus[] {
  if (stage === null) return all;
  if (stage === "due") return all.filter((status) => status.endsWith("needs_response"));
  if (stage === "open") return all.filter((status) => !isOver(status));
  if (stage === "lost") return ["lost"];
  return all.filter((status) => isOver(status) && status !== "lost");
}

interface Kept {
  status: DisputeStatus;
  frozen: boolean;
  clawed: boolean;
  turns: number;
  frozenMilli: bigint;
  clawedMilli: bigint;
  debtMilli: bigint;
}

/** What a dispute did to the credits, of what its row and the lots say. */
export function creditsOf({ status, frozen, clawed, turns, ...sums }: Kept): DisputeCredits {
  const { frozenMilli, clawedMilli, debtMilli } = sums;
  if (clawed) return { effect: "taken", creditsMilli: clawedMilli, debtMilli };
  if (frozen) return { effect: "frozen", creditsMilli: frozenMilli };
  const undone = turns > 0 && effectOf(status) === "none" && !isInquiry(status);
  return { effect: undone ? "given_back" : "untouched" };
}
