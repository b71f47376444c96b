import type { Database, Db } from "@/lib/db";
import { getAllowance, isLimited, keepHit, type Allowance } from "@/lib/quotas";
import type { QuotaKind } from "@/lib/quotas/types";
import { insertUse, type Begun, type NewUse } from "./repository";
import { insertTogether } from "./insert-together";
import type { UsageKind } from "./types";

/** What each kind of use counts against, in the one order in which counters are locked. */
const countedAs: Readonly<Record<UsageKind, readonly QuotaKind[]>> = {
  run: ["runs_per_day", "runs_per_month"],
  api_call: ["api_calls_per_minute", "api_calls_per_month"],
};

/** What is left of a limit after a use was counted. */
export interface QuotaLeft {
  kind: QuotaKind;
  /** Null is unlimited; `left` means nothing then. */
  limit: bigint | null;
  left: bigint;
  resetsAt: Date | null;
}

export function getUseAllowance(
  db: Db,
  { kind, userId, at }: Pick<NewUse, "kind" | "userId" | "at">,
  fresh = false,
): Promise<Allowance> {
  return getAllowance(db, { userId, kinds: countedAs[kind], now: at, fresh });
}

/** How a use was taken: counted, with what is left, or refused by a limit. */
export type UseTaken = { outcome: "counted"; left: QuotaLeft[] } | UseRefused;

export interface UseRefused {
  outcome: "refused";
  allowance: Allowance;
  /** The limit that has no room, and what was used of it. */
  kind: QuotaKind;
  used: bigint;
}

function toTaken(begun: Begun, allowance: Allowance): UseTaken {
  const used = begun.used ?? [];
  if (begun.refused) return { outcome: "refused", allowance, kind: begun.refused, used: used[0] ?? 0n };
  const left = allowance.kinds.map((kind, index) => {
    const limit = allowance.limits[index] ?? 0n;
    const left = limit - (used[index] ?? 0n);
    return { kind, limit: isLimited(limit) ? limit : null, left, resetsAt: allowance.resets[index] ?? null };
  });
  return { outcome: "counted", left };
}

/**
 * What came of a use that a statement began; begun anew where the limits were read before something changed them.
 * @param begun what `begin_usage` gave within it
 */
export async function toTakenUse(
  db: Db,
  use: NewUse,
  { begun, allowance }: { begun: Begun; allowance: Allowance },
): Promise<UseTaken> {
  if (begun.outcome !== "stale") return toTaken(begun, allowance);
  const fresh = await getUseAllowance(db, use, true);
  return toTakenUse(db, use, { begun: await insertUse(db, { use, allowance: fresh }), allowance: fresh });
}

/**
 * Counts a use against its limits and writes its record in one statement: nothing is counted that is not recorded, and
 * nothing recorded that is not counted, wherever the process dies. With others that would have to wait anyway. A refusal
 * is kept for admins, and its owner is told once.
 * @param pool not a transaction: others go with it
 * @throws QuotaExceeded
 */
export async function beginUsage(pool: Database, use: NewUse): Promise<QuotaLeft[]> {
  const allowance = await getUseAllowance(pool, use);
  const taken = await toTakenUse(pool, use, {
    begun: await insertTogether(pool, { use, allowance }),
    allowance,
  });
  if (taken.outcome === "refused") throw await keepHit(pool, { ...use, ...taken, now: use.at });
  return taken.left;
}
