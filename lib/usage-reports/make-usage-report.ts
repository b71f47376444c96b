import type { AppContext } from "@/lib/context";
import { getQuotaMeters } from "@/lib/quotas";
import { quotaTerms, type QuotaMeter } from "@/lib/quotas/types";
import { getUsage } from "@/lib/usage";
import { readCreditMovement } from "./credit-queries";
import { bucketFor, checkRange } from "./policy";
import { endOfDay, getPerson } from "./queries";
import { serviceTitles } from "./service-titles";
import { toPeriods, toSubjects, toTotals } from "./sum-usage";
import type { UsageReport, UsageReportQuestion } from "./types";

type Context = Pick<AppContext, "db" | "clock">;

interface End {
  userId: string;
  /** The last day, and whose. */
  to: string;
  zone: string;
}

/**
 * What was used of each limit. Of what was, months alone say something: that of the calendar of UTC in which the range
 * ended, which is the month of its last day wherever one lives. What one may use is not known for then: it is measured
 * by what may be used now. What nothing was counted of, or is let go of, is left out.
 */
async function metersAtEnd({ db, clock }: Context, { userId, to, zone }: End): Promise<QuotaMeter[]> {
  const end = await endOfDay(db, to, zone);
  if (end > clock.now()) return getQuotaMeters({ db, clock }, userId);
  const last = new Date(`${to}T12:00:00Z`);
  const [then, now] = await Promise.all([
    getQuotaMeters({ db, clock: { now: () => last } }, userId),
    getQuotaMeters({ db, clock }, userId),
  ]);
  return then
    .filter(({ kind, used }) => quotaTerms[kind].window === "month" && used > 0n)
    .map((meter) => ({ ...meter, limit: now.find(({ kind }) => kind === meter.kind)?.limit ?? meter.limit }));
}

/**
 * What one person used in a range of days of their own, and how their credits moved meanwhile: up to 366 days at once.
 * For whom to ask is the caller's to know.
 * @throws ReportRangeInvalid
 */
export async function makeUsageReport(ctx: Context, question: UsageReportQuestion): Promise<UsageReport> {
  const { userId, kind = null, subject = null, source = null } = question;
  const range = checkRange(question);
  const [person, { zone, days }] = await Promise.all([getPerson(ctx.db, userId), getUsage(ctx, question)]);
  const [credits, meters] = await Promise.all([
    readCreditMovement(ctx.db, { ...range, userId, zone }),
    metersAtEnd(ctx, { userId, to: range.to, zone }),
  ]);
  const bucket = bucketFor(range);
  return {
    ...range,
    ...{ person, zone, filter: { kind, subject, source } },
    totals: toTotals(days),
    subjects: toSubjects(days, serviceTitles()),
    ...{ bucket, periods: toPeriods(days, range, bucket), days, credits, meters },
  };
}
