import type { Db } from "@/lib/db";
import { getAllowance, isLimited, keepHit, type Allowance } from "@/lib/quotas";
import type { QuotaKind } from "@/lib/quotas/types";
import type { UsageKind, UsageSource } from "./types";

/** What each kind of use counts against, in the one order in which counters are locked. */
const countedAs: Readonly<Record<UsageKind, readonly QuotaKind[]>> = {
  run: ["runs_per_day", "runs_per_month"],
  api_call: ["api_calls_per_minute", "api_calls_per_month"],
};

/** A row of `begin_usage`. */
export interface Begun {
  outcome: "counted" | "refused" | "stale";
  refused: QuotaKind | null;
  used: bigint[] | null;
}

export interface NewUse {
  userId: string;
  at: Date;
  /** Of the run, or of the request. */
  id: string;
  kind: UsageKind;
  subject: string;
  source: UsageSource;
  apiKeyId?: string;
}

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

/** The last arguments of the function `begin_usage`, from the placeholder `$first` on. */
export function allowanceArguments({ version, kinds, starts, limits, alerts }: Allowance, first: number) {
  const types = ["bigint", "text[]", "timestamptz[]", "bigint[]", "boolean[]"];
  const text = types.map((type, index) => `$${first + index}::${type}`).join(", ");
  return { text, values: [version, kinds, starts, limits, alerts.map(String)] };
}

async function begin(db: Db, use: NewUse, allowance: Allowance): Promise<Begun> {
  const { userId, at, id, kind, subject, source, apiKeyId = null } = use;
  const { text, values } = allowanceArguments(allowance, 8);
  const [row] = await db.sql<Begun>({
    name: "begin-usage",
    text: `SELECT outcome, refused, used FROM begin_usage($1::uuid, $2::timestamptz, $3::uuid, $4::usage_kind, $5::text,
      $6::service_run_source, $7::uuid, ${text})`,
    values: [userId, at, id, kind, subject, source, apiKeyId, ...values],
  });
  if (!row) throw new Error("begin_usage gave nothing.");
  return row;
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
  return toTakenUse(db, use, { begun: await begin(db, use, fresh), allowance: fresh });
}

/**
 * Counts a use against its limits and writes its record in one statement: nothing is counted that is not recorded, and
 * nothing recorded that is not counted, wherever the process dies. A refusal is kept for admins, and its owner is told
 * once.
 * @throws QuotaExceeded
 */
export async function beginUsage(db: Db, use: NewUse): Promise<QuotaLeft[]> {
  const allowance = await getUseAllowance(db, use);
  const taken = await toTakenUse(db, use, { begun: await begin(db, use, allowance), allowance });
  if (taken.outcome === "refused") throw await keepHit(db, { ...use, ...taken, now: use.at });
  return taken.left;
}
