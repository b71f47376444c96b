import type { LedgerCheckState } from "@/lib/ledger-checks/types";

/** How each state of a check is called and coloured. */
export const checkStates = {
  waiting: { tone: "accent", label: "Waiting" },
  running: { tone: "accent", label: "Running" },
  passed: { tone: "positive", label: "No drift" },
  found_problems: { tone: "danger", label: "Drift" },
  failed: { tone: "warning", label: "Did not end" },
} as const satisfies Record<LedgerCheckState, { tone: string; label: string }>;

export const counted = (count: number, noun: string) =>
  `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
