import type { Database, Db } from "@/lib/db";
import type { Subject } from "./rollups/rollup";

export interface Mark {
  id: bigint;
  subject: Subject;
  hour: Date;
}

/**
 * Takes all marks there are. From here on a changed fact writes a mark of its own again. Marks that somebody else took
 * are taken, too: they may have died, and to compute a day twice does no harm.
 */
export function claimMarks(db: Db): Promise<Mark[]> {
  return db.sql<Mark>({
    name: "claim-analytics-marks",
    text: "UPDATE analytics_marks SET claimed = true RETURNING id, subject, hour",
    values: [],
  });
}

export async function removeMarks(db: Db, marks: readonly Mark[]): Promise<void> {
  await db.sql({
    name: "remove-analytics-marks",
    text: "DELETE FROM analytics_marks WHERE id = ANY ($1::bigint[])",
    values: [marks.map(({ id }) => id)],
  });
}

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
    name: "analytics-next-transaction",
    text: "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next",
    values: [],
  });
  for (const until = performance.now() + patience; ;) {
    const [{ ended } = { ended: false }] = await db.sql<{ ended: boolean }>({
      name: "analytics-writers-ended",
      text: "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AS ended",
      values: [now?.next ?? "0"],
    });
    if (ended) return;
    if (performance.now() > until) throw new Error("A transaction writes for too long; the marks are kept.");
    await pause(lookEveryMs);
  }
}
