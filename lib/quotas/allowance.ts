import type { Db } from "@/lib/db";
import { toEntitlement, windowAt, type Rights } from "./policy";
import { readRights } from "./queries";
import { quotaTerms, type Entitlement, type QuotaKind } from "./types";

interface Known extends Rights {
  entitlement: Entitlement;
}

/** Oldest first. A person's limits are small; this many take some megabytes. */
const known = new Map<string, Known>();
const mostKnown = 10_000;

const holdsAt = ({ since, until }: Known, now: Date) => since <= now && (until === null || now < until);

async function read(db: Db, userId: string, now: Date): Promise<Known> {
  const rights = await readRights(db, userId, now);
  const fresh = { ...rights, entitlement: toEntitlement(rights) };
  known.delete(userId);
  known.set(userId, fresh);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return fresh;
}

/** In place of no limit: no counter gets there. */
const unlimited = 9_223_372_036_854_775_807n;
/** Beyond this the arithmetic of shares would overflow, and nobody comes near it. */
const largestAlerted = 10n ** 15n;

/** What PostgreSQL compares counters with, kind by kind. */
export interface Allowance {
  /** Of the rights that it was made of: PostgreSQL refuses it once they changed. */
  version: bigint;
  kinds: readonly QuotaKind[];
  starts: readonly Date[];
  resets: readonly (Date | null)[];
  limits: readonly bigint[];
  alerts: readonly boolean[];
}

export const isLimited = (limit: bigint) => limit < unlimited;

/**
 * What somebody is allowed of some kinds at an instant. Remembered in the process for as long as it holds; whether it
 * still does is for the statement that counts to say, by the version. `fresh` asks anew.
 */
export async function getAllowance(
  db: Db,
  {
    userId,
    kinds,
    now,
    fresh = false,
  }: { userId: string; kinds: readonly QuotaKind[]; now: Date; fresh?: boolean },
): Promise<Allowance> {
  const remembered = fresh ? undefined : known.get(userId);
  const rights = remembered && holdsAt(remembered, now) ? remembered : await read(db, userId, now);
  const windows = kinds.map((kind) => windowAt(quotaTerms[kind].window, now));
  const limits = kinds.map((kind) => rights.entitlement.limits[kind] ?? unlimited);
  return {
    version: rights.version,
    kinds,
    starts: windows.map(({ startsAt }) => startsAt),
    resets: windows.map(({ endsAt }) => endsAt),
    limits,
    alerts: kinds.map((kind, index) => quotaTerms[kind].alerts && (limits[index] ?? 0n) <= largestAlerted),
  };
}
