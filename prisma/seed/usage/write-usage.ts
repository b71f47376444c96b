import type { Db } from "@/lib/db";
import type { Books } from "../books/books";
import { insertRows } from "../books/insert-rows";
import type { AccountState } from "../ledger/account";
import { addDays } from "../story-time";
import { sumColumns, sumsOfRecords } from "@/lib/usage/sums";
import { countUse } from "./limits";
import { toNotices } from "./notices";
import { listUses } from "./list-uses";
import { writeReportsTold } from "./reports";

/** As the job would, without a mark for each hour of a year. */
async function sumUsage(tx: Db): Promise<void> {
  await tx.sql({
    name: "seed-usage-zones",
    text: "INSERT INTO usage_zones SELECT id, time_zone FROM users WHERE time_zone IS NOT NULL",
    values: [],
  });
  await tx.sql({
    name: "seed-usage-hours",
    text: `INSERT INTO usage_hours (user_id, hour, kind, subject, source, ${sumColumns})
      SELECT r.user_id, date_trunc('hour', r.at, 'UTC'), r.kind, r.subject, r.source, ${sumsOfRecords}
      FROM usage_records r GROUP BY 1, 2, 3, 4, 5`,
    values: [],
  });
  await tx.sql({
    name: "seed-usage-days",
    text: `INSERT INTO usage_days (user_id, day, kind, subject, source, ${sumColumns})
      SELECT r.user_id, (r.at AT TIME ZONE COALESCE(u.time_zone, 'UTC'))::date, r.kind, r.subject, r.source, ${sumsOfRecords}
      FROM usage_records r JOIN users u ON u.id = r.user_id GROUP BY 1, 2, 3, 4, 5`,
    values: [],
  });
}

/** Columns of thousands of rows, which is faster than rows. */
async function insertCalls(tx: Db, calls: Books["apiCalls"]): Promise<void> {
  await tx.sql({
    name: "seed-usage-calls",
    text: `INSERT INTO usage_records (user_id, at, id, kind, subject, source, api_key_id, outcome, duration_ms)
      SELECT user_id, at, id, 'api_call', subject, 'api', api_key_id, outcome, duration_ms
      FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::uuid[], $6::usage_outcome[], $7::int[])
        AS c (user_id, at, id, subject, api_key_id, outcome, duration_ms)`,
    values: [
      calls.map(({ userId }) => userId),
      calls.map(({ at }) => at),
      calls.map(({ id }) => id),
      calls.map(({ subject }) => subject),
      calls.map(({ apiKeyId }) => apiKeyId),
      calls.map(({ outcome }) => outcome),
      calls.map(({ durationMs }) => String(durationMs)),
    ],
  });
}

/** What each payment's credits made of a balance. */
function balancesAfter(accounts: readonly AccountState[]): ReadonlyMap<string, bigint> {
  const grants = accounts.flatMap(({ entries }) => entries.filter(({ reason }) => reason === "grant"));
  return new Map(grants.map(({ reference, balanceAfterMilli }) => [reference, balanceAfterMilli]));
}

/** Records of all that was used, and what was counted and told because of it. */
export async function writeUsage(tx: Db, books: Books, accounts: readonly AccountState[]): Promise<void> {
  const uses = listUses(books);
  const { counters, alerts } = countUse(books, uses);
  await tx.sql({
    name: "seed-usage-months",
    text: "SELECT ensure_usage_months($1::timestamptz, $2::timestamptz)",
    values: [uses[0]?.at ?? books.now, addDays(books.now, 62)],
  });
  await insertRows(tx, "api_keys", books.apiKeys);
  await tx.sql({
    name: "seed-usage-runs",
    text: `INSERT INTO usage_records (user_id, at, id, kind, subject, source, outcome, cost_milli, subscription_milli,
        payg_milli, duration_ms)
      SELECT user_id, created_at, id, 'run', service_slug, source, status::text::usage_outcome, charged_milli,
        subscription_milli, payg_milli, duration_ms FROM service_runs`,
    values: [],
  });
  await insertCalls(tx, books.apiCalls);
  await sumUsage(tx);
  await insertRows(tx, "quota_counters", counters);
  await insertRows(tx, "quota_hits", books.hits);
  await insertRows(tx, "quota_alerts", alerts);
  await insertRows(tx, "usage_spikes", books.spikes);
  await insertRows(tx, "notices", toNotices(books, { alerts, balances: balancesAfter(accounts) }));
  await writeReportsTold(tx, books.now);
}

/** What is bought by itself; accounts know below what. */
export async function writeTopUps(tx: Db, books: Books): Promise<void> {
  await insertRows(tx, "auto_top_ups", books.autoTopUps);
  await insertRows(tx, "top_ups", books.topUps);
  await tx.sql({
    name: "seed-top-ups",
    text: `UPDATE credit_accounts a SET top_up_milli = t.threshold_milli FROM auto_top_ups t
      WHERE t.user_id = a.user_id AND t.enabled`,
    values: [],
  });
}
