import { type Database } from "@/lib/db";

const batch = 2000;

/** Spends from one account until its history has `entries` lines, by the ledger's own batch function. */
export async function growHistory(db: Database, userId: string, entries: number): Promise<void> {
  for (;;) {
    const [account] = await db.sql<{ seq: bigint }>({
      name: "bench-seq",
      text: "SELECT seq FROM credit_accounts WHERE user_id = $1::uuid",
      values: [userId],
    });
    const missing = Math.min(entries - Number(account?.seq), batch);
    if (missing <= 0) return;
    await db.sql({
      name: "bench-grow",
      text: `
        SELECT count(*) FROM credit_spend_batch($1::uuid, array_fill(1::bigint, ARRAY[$2::int]),
          ARRAY(SELECT 'run:' || gen_random_uuid() FROM generate_series(1, $2::int)),
          ARRAY(SELECT 'run:' || gen_random_uuid() FROM generate_series(1, $2::int)),
          array_fill('Image optimiser'::text, ARRAY[$2::int]), now())`,
      values: [userId, missing],
    });
  }
}

/** One more spend on every account, in random order, so that the entries of one account lie far apart. */
export async function spendEverywhere(db: Database): Promise<void> {
  await db.sql({
    name: "bench-everywhere",
    text: `
      SELECT count(credit_spend(user_id, 1, 'run:' || k, 'run:' || k, 'Image optimiser', now()))
      FROM (SELECT user_id, gen_random_uuid() AS k FROM credit_accounts ORDER BY random()) a`,
    values: [],
  });
}

/** What an entry costs on disk: table, primary key, key index and time index, over all entries. */
export async function bytesPerEntry(db: Database): Promise<number> {
  const [size] = await db.sql<{ bytes: number }>({
    name: "bench-bytes",
    text: "SELECT pg_total_relation_size('credit_entries')::float8 / (SELECT count(*) FROM credit_entries) AS bytes",
    values: [],
  });
  return size?.bytes ?? Number.NaN;
}
