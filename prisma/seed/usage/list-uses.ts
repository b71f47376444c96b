import type { UsageKind } from "@/lib/usage/types";
import type { Books } from "../books/books";

/** One use, as far as limits are concerned. */
export interface Use {
  userId: string;
  at: Date;
  kind: UsageKind;
}

/** All that was used, in the order of time: each run, and each call of the API. */
export function listUses({ runs, apiCalls }: Books): Use[] {
  const ran = runs.map(({ userId, createdAt }): Use => ({ userId, at: new Date(createdAt), kind: "run" }));
  return [...ran, ...apiCalls].sort((a, b) => a.at.getTime() - b.at.getTime());
}
