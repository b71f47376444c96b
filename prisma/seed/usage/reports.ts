import type { Db } from "@/lib/db";

/** What the hourly job would tell everybody at once: months that were over before the story was told are reported. */
export async function writeReportsTold(tx: Db, now: Date): Promise<void> {
  await tx.sql({
    name: "seed-reports-told",
    text: `INSERT INTO reports_told (user_id, report, period, told_at)
      SELECT id, 'own', (date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC') - make_interval(months => back))::date,
        $1::timestamptz
      FROM users, generate_series(1, 2) AS back WHERE anonymised_at IS NULL`,
    values: [now],
  });
}
