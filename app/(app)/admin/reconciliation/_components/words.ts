import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";
import type { DifferenceKind, Repair, Run } from "@/lib/reconciliation/types";

export const kindWords: Readonly<Record<DifferenceKind, string>> = {
  missing_here: "In Stripe, not here",
  missing_there: "Here, not in Stripe",
  amount_differs: "Amounts differ",
  status_differs: "States differ",
  credits_not_granted: "Credits not granted",
  credits_differ: "Credits differ",
  unknown_customer: "Unknown customer",
  surplus_alive: "Second plan alive",
};

export const runStates = {
  running: { tone: "accent", label: "Running" },
  finished: { tone: "positive", label: "Finished" },
  failed: { tone: "danger", label: "Failed" },
  canceled: { tone: "neutral", label: "Canceled" },
} as const satisfies Record<Run["status"], { tone: string; label: string }>;

export const outcomeWords = {
  repaired: { tone: "positive", label: "Repaired" },
  nothing_to_do: { tone: "positive", label: "Gone already" },
  would_be_repaired: { tone: "accent", label: "Can be repaired" },
  remains: { tone: "warning", label: "Stays: look at it" },
  not_repairable: { tone: "warning", label: "By hand" },
} as const satisfies Record<Repair["outcome"], { tone: string; label: string }>;

export const runFailures: FailureWords = {
  "reconciliation.in_progress": {
    title: "A run is going on already.",
    detail: "One at a time: wait for it, or cancel it. Nothing was started.",
  },
  "reconciliation.range_invalid": {
    title: "This is no range.",
    detail: "It begins before it ends, not in the future, and is a year and a half at most.",
  },
  "reconciliation.not_found": { title: "That run is over.", detail: "There is nothing left to cancel." },
  "users.actor_not_admin": { title: "You are not an admin any more.", detail: "Nothing was changed." },
};

export const repairFailures: FailureWords = {
  "payments.unavailable": {
    title: "Stripe does not answer.",
    detail: "Nothing was changed here. Try again in a minute: a repair that was done is not done twice.",
  },
  "reconciliation.unknown_difference": { title: "There is no difference like that." },
  "users.actor_not_admin": { title: "You are not an admin any more.", detail: "Nothing was changed." },
};

/** Why a run does not go on at the moment. */
export function problemWords(problem: string): string {
  if (problem === "payments.unavailable")
    return "Stripe does not answer. The run goes on by itself when it does.";
  return `It was interrupted (${problem}) and is tried again.`;
}
