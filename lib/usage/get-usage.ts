import type { AppContext } from "@/lib/context";
import { findUsageFrame, listChangedDays, listKeptDays } from "./queries";
import type { Usage, UsageDay, UsageQuestion } from "./types";

const orderOf = ({ day, kind, subject, source }: UsageDay) => `${day} ${kind} ${subject} ${source}`;

/**
 * What one person used in a range of days of their own time zone: exact at this moment, whether or not the job that
 * sums has run. Days in which something changed since are read from the records, all others as they were summed. For
 * whom to ask is the caller's to know.
 */
export async function getUsage(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  question: UsageQuestion,
): Promise<Usage> {
  const { changed, ...frame } = await findUsageFrame(db, question, clock.now());
  const parts = await Promise.all([
    listKeptDays(db, question, changed),
    ...changed.map((span) => listChangedDays(db, question, { zone: frame.zone, span })),
  ]);
  const days = parts.flat().sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { ...frame, days };
}
