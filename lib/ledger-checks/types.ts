import type { LedgerDifference, LedgerReport } from "@/lib/credits/types";

export type LedgerCheckState = "waiting" | "running" | "passed" | "found_problems" | "failed";

/** One check of the whole ledger. */
export interface LedgerCheck {
  id: string;
  /** `failed` too where nothing was heard of it for long. */
  state: LedgerCheckState;
  /** How many were recomputed so far. */
  accounts: number;
  problemCount: number;
  /** The first hundred. */
  problems: LedgerDifference[];
  /** Milli-credits as text; null until it ended. */
  totals: LedgerReport["totals"] | null;
  /** The admin who asked; null where the clock did. */
  requestedBy: string | null;
  startedAt: Date;
  finishedAt: Date | null;
}

export interface LedgerHealth {
  /** The last that came to an end. */
  last: LedgerCheck | null;
  /** One that waits or runs. */
  current: LedgerCheck | null;
  /** The latest, this and the last one included. */
  history: LedgerCheck[];
  /** Whose accounts the problems of the last one are, by id. */
  emails: Readonly<Record<string, string>>;
}
