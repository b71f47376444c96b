import type { CreditKind } from "@/lib/credits/types";

/** What the ledger answered. */
export interface Answer {
  outcome: string;
  deltaMilli: bigint;
  balanceAfterMilli: bigint;
  /** Pairs of lot number and signed amount; lot number 0 is the debt. */
  touched: readonly bigint[];
  kinds: readonly (CreditKind | null)[];
}

interface Words {
  key: string;
  reference: string;
  description: string;
}

export interface GrantStep extends Words {
  act: "grant";
  kind: CreditKind;
  creditsMilli: bigint;
  effectiveAt?: Date;
  expiresAt?: Date;
  costMinor?: bigint;
  currency?: string;
}

interface HoldStep extends Words {
  act: "hold";
  creditsMilli: bigint;
  expiresAt: Date;
}

/** Ends a hold that `key` made. */
interface EndStep {
  act: "capture" | "release";
  key: string;
  creditsMilli: bigint;
}

interface RevokeStep extends Words {
  act: "revoke";
  lotKey: string;
  costMinor: bigint;
  currency: string;
}

interface FreezeStep extends Words {
  act: "freeze" | "unfreeze";
  lotKey: string;
}

/** Writes what has lapsed, and answers with what can be spent. */
interface SettleStep {
  act: "settle";
}

/** One call of the ledger, at its time. */
export type Step = {
  at: Date;
  userId: string;
  told?: (answer: Answer) => void;
} & (GrantStep | HoldStep | EndStep | RevokeStep | FreezeStep | SettleStep);
