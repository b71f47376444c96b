import type { Database } from "./db";

const patienceMs = 30_000;
const lookEveryMs = 20;

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Waits until every transaction that writes now has ended: one of them may have seen a mark before it was claimed, and
 * left its own out. What they wrote is seen by whoever reads afterwards. Readers do not count, so a backup does not
 * hold it up.
 * @throws Error after 30 seconds: the marks stay, and the next run does the work
 */
export async function waitForWriters(db: Database, patience = patienceMs): Promise<void> {
  const [now] = await db.sql<{ next: string }>({
    name: "next-transaction",
    text: "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next",
    values: [],
  });
  for (const until = performance.now() + patience; ;) {
    const [{ ended } = { ended: false }] = await db.sql<{ ended: boolean }>({
      name: "writers-ended",
      text: "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AS ended",
      values: [now?.next ?? "0"],
    });
    if (ended) return;
    if (performance.now() > until) throw new Error("A transaction writes for too long; the marks are kept.");
    await pause(lookEveryMs);
  }
}
