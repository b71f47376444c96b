import type { AppContext } from "@/lib/context";
import { findUsageFrame, listUsageDays } from "./queries";
import type { Usage, UsageQuestion } from "./types";

/**
 * What one person used in a range of days of their own time zone: exact at this moment, whether or not the job that
 * sums has run. For whom to ask is the caller's to know.
 */
export async function getUsage(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  question: UsageQuestion,
): Promise<Usage> {
  const [frame, days] = await Promise.all([
    findUsageFrame(db, question.userId, clock.now()),
    listUsageDays(db, question),
  ]);
  return { ...frame, days };
}
