import type { Db } from "@/lib/db";
import type { Allowance } from "@/lib/quotas";
import type { QuotaKind } from "@/lib/quotas/types";
import type { UsageKind, UsageOutcome, UsageSource } from "./types";

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

/** A use with what its owner is allowed. */
export interface AllowedUse {
  use: NewUse;
  allowance: Allowance;
}

/** The last arguments of the function `begin_usage`, from the placeholder `$first` on. */
export function allowanceArguments({ version, kinds, starts, limits, alerts }: Allowance, first: number) {
  const types = ["bigint", "text[]", "timestamptz[]", "bigint[]", "boolean[]"];
  const text = types.map((type, index) => `$${first + index}::${type}`).join(", ");
  return { text, values: [version, kinds, starts, limits, alerts.map(String)] };
}

export async function insertUse(db: Db, { use, allowance }: AllowedUse): Promise<Begun> {
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

/** Column `name` of what is asked for together, as a parameter. */
const column = <Item>(items: readonly Item[], of: (item: Item) => string) => items.map(of);

/**
 * Many uses of one kind in one statement, by people in the order of their ids, so that several such statements never wait
 * for each other in a circle. One answer each, in the order given.
 */
export async function insertUses(db: Db, all: readonly AllowedUse[]): Promise<Begun[]> {
  const kinds = all[0]?.allowance.kinds ?? [];
  const uses = all.map(({ use }) => use);
  const perKind = (of: (allowance: Allowance, index: number) => string) =>
    kinds.map((_, index) => column(all, ({ allowance }) => of(allowance, index)));
  const starts = perKind(({ starts: at }, index) => (at[index] ?? new Date(0)).toISOString());
  const limits = perKind(({ limits: most }, index) => String(most[index] ?? 0n));
  const alerts = perKind(({ alerts: told }, index) => String(told[index] ?? false));
  const names = (prefix: string) => kinds.map((_, index) => `${prefix}${index}`).join(", ");
  const own = ["uuid", "timestamptz", "uuid", "usage_kind", "text", "service_run_source", "text", "bigint"];
  const types = [
    ...own,
    ...kinds.map(() => "timestamptz"),
    ...kinds.map(() => "bigint"),
    ...kinds.map(() => "boolean"),
  ];
  const placeholders = types.map((type, index) => `$${index + 2}::text[]::${type}[]`).join(", ");
  return db.sql<Begun>({
    name: `begin-usages-of-${kinds.length}`,
    text: `SELECT begun.outcome, begun.refused, begun.used
      FROM (SELECT * FROM unnest(${placeholders}) WITH ORDINALITY AS asked (user_id, at, id, kind, subject, source,
          api_key_id, version, ${names("start")}, ${names("most")}, ${names("told")}, place)
        ORDER BY user_id, place) AS asked
      CROSS JOIN LATERAL begin_usage(asked.user_id, asked.at, asked.id, asked.kind, asked.subject, asked.source,
        NULLIF(asked.api_key_id, '')::uuid, asked.version, $1::text[], ARRAY[${names("start")}],
        ARRAY[${names("most")}], ARRAY[${names("told")}]) AS begun
      ORDER BY asked.place`,
    values: [
      kinds,
      column(uses, ({ userId }) => userId),
      column(uses, ({ at }) => at.toISOString()),
      column(uses, ({ id }) => id),
      column(uses, ({ kind }) => kind),
      column(uses, ({ subject }) => subject),
      column(uses, ({ source }) => source),
      column(uses, ({ apiKeyId = "" }) => apiKeyId),
      column(all, ({ allowance }) => String(allowance.version)),
      ...starts,
      ...limits,
      ...alerts,
    ],
  });
}

export interface EndedUse {
  userId: string;
  at: Date;
  id: string;
  outcome: Exclude<UsageOutcome, "started">;
  durationMs: number;
}

/** How uses without a price of their own ended. What has ended stays as it is. */
export async function endUses(db: Db, uses: readonly EndedUse[]): Promise<void> {
  await db.sql({
    name: "end-usages",
    text: `SELECT end_usage(asked.user_id, asked.at, asked.id, asked.outcome, 0, 0, 0, asked.duration_ms) AS ended
      FROM (SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[]::usage_outcome[],
          $5::text[]::int[]) AS asked (user_id, at, id, outcome, duration_ms) ORDER BY user_id, at, id) AS asked`,
    values: [
      column(uses, ({ userId }) => userId),
      uses.map(({ at }) => at),
      column(uses, ({ id }) => id),
      column(uses, ({ outcome }) => outcome),
      column(uses, ({ durationMs }) => String(durationMs)),
    ],
  });
}
