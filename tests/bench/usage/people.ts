import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";
import { getUseAllowance } from "@/lib/usage";
import type { UsageKind } from "@/lib/usage/types";
import type { BenchDatabases } from "./bench-databases";

/** People with ample credits. */
export async function addPeople(databases: BenchDatabases, name: string, count: number): Promise<string[]> {
  const userIds = Array.from({ length: count }, () => randomUUID());
  await databases.query(
    name,
    "INSERT INTO users (id, email) SELECT u, u || '@example.com' FROM unnest($1::uuid[]) u",
    [userIds],
  );
  await databases.query(
    name,
    `SELECT count(credit_grant(u, 1000000000, 'payg', 20, NULL, NULL, 0, NULL, 'pi:1', 'pi:1', '500 credits', now()))
      FROM unnest($1::uuid[]) u`,
    [userIds],
  );
  return userIds;
}

/** Each in turn, so that nobody comes again before everybody else was there. */
export function inTurn(userIds: readonly string[]): () => string {
  let next = 0;
  return () => userIds[next++ % userIds.length] ?? "";
}

/** Lets this process read everybody's limits once, as one that has run for a while has. */
export async function knowLimits(db: Database, userIds: readonly string[], kind: UsageKind): Promise<void> {
  const at = new Date();
  for (let first = 0; first < userIds.length; first += 100)
    await Promise.all(
      userIds.slice(first, first + 100).map((userId) => getUseAllowance(db, { userId, kind, at })),
    );
}
