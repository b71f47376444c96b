import type { Db } from "@/lib/db";

export interface UsageMark {
  id: bigint;
  userId: string;
  hour: Date;
}

/**
 * Takes all marks there are, those included that somebody took who may have died: to sum an hour twice does no harm.
 * From here on a record writes a mark of its own again.
 */
export function claimUsageMarks(db: Db): Promise<UsageMark[]> {
  return db.sql<UsageMark>({
    name: "claim-usage-marks",
    text: 'UPDATE usage_marks SET claimed = true RETURNING id, user_id AS "userId", hour',
    values: [],
  });
}

export async function removeUsageMarks(tx: Db, marks: readonly UsageMark[]): Promise<void> {
  await tx.sql({
    name: "remove-usage-marks",
    text: "DELETE FROM usage_marks WHERE id = ANY ($1::bigint[])",
    values: [marks.map(({ id }) => id)],
  });
}
