import type { Db } from "@/lib/db";
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
