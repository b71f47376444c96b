import type { ServicesContext } from "./context";
import { sumRunsByDay } from "./queries";
import type { DailyUsage, UsageRange } from "./types";

/** What somebody ran, by UTC day and service, oldest first. Days without a run are not among it. */
export async function listUsage(
  { db }: Pick<ServicesContext, "db">,
  range: UsageRange,
): Promise<DailyUsage[]> {
  return sumRunsByDay(db, range);
}
