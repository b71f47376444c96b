import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { applyLoad, type Load } from "../credits/load";
import type { BenchServer } from "./bench-server";
import { median } from "./timing";

export interface SpendFigures {
  /** Spends a second, with the trigger that marks what changed and without it. */
  withMarks: number;
  without: number;
  /** With ÷ without, the median of the rounds. */
  ratio: number;
}

const concurrent = 16;

const spend = (pool: Pool, userId: string) =>
  pool.query<{ outcome: string }>({
    name: "bench-spend",
    text: "SELECT (credit_spend($1::uuid, 1, $2, $2, 'Image optimiser', now())).outcome",
    values: [userId, `run:${randomUUID()}`],
  });

/** Rounds with and without in turn, so that a slow minute of the machine falls on both. */
export async function measureSpends(
  server: BenchServer,
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
): Promise<SpendFigures> {
  const pool = new Pool({ connectionString: server.url, max: concurrent });
  const { rows } = await pool.query<{ id: string }>(
    `SELECT user_id AS id FROM credit_accounts
      WHERE balance_milli > 100000 AND (next_due_at IS NULL OR next_due_at > now() + interval '1 day') ORDER BY random() LIMIT 10000`,
  );
  let next = 0;
  const load = async (marks: boolean, length: number): Promise<Load> => {
    await pool.query(`ALTER TABLE credit_entries ${marks ? "ENABLE" : "DISABLE"} TRIGGER analytics_added`);
    return applyLoad({ concurrent, milliseconds: length }, () =>
      spend(pool, rows[next++ % rows.length]?.id ?? ""),
    );
  };
  await load(true, 1000);
  const pairs: { on: number; off: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await load(round % 2 === 0, milliseconds);
    const second = await load(round % 2 === 1, milliseconds);
    const [on, off] = round % 2 === 0 ? [first, second] : [second, first];
    pairs.push({ on: on.perSecond, off: off.perSecond });
  }
  await load(true, 1);
  await pool.end();
  return {
    withMarks: median(pairs.map(({ on }) => on)),
    without: median(pairs.map(({ off }) => off)),
    ratio: median(pairs.map(({ on, off }) => on / off)),
  };
}
