import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { getUsage } from "@/lib/usage";
import { makeUsageReport } from "./make-usage-report";
import { toMemberMessage } from "./member-message";
import { duePeriod, rangeBefore, toZone } from "./policy";
import { listDueMembers, listUsedZones, type DueMember, type DueMonths } from "./queries";
import { claimReport } from "./repository";
import { toTotals } from "./sum-usage";

type Context = Pick<AppContext, "db" | "clock" | "log" | "appUrl">;

const batchSize = 200;

async function dueMonths({ db, clock }: Context): Promise<DueMonths> {
  const zones = await listUsedZones(db);
  const now = clock.now();
  const months = zones.map((zone) => duePeriod("monthly", now, toZone(zone)));
  return { zones, from: months.map(({ from }) => from), to: months.map(({ to }) => to) };
}

/** Everything is read before the transaction that tells, so that it holds nothing for long. */
async function tell(ctx: Context, { userId, email, from, to }: DueMember): Promise<boolean> {
  const range = { from, to };
  const before = rangeBefore(range);
  const [report, earlier] = await Promise.all([
    makeUsageReport(ctx, { userId, ...range }),
    getUsage(ctx, { userId, ...before }),
  ]);
  const message = toMemberMessage({
    ...{ report, before: toTotals(earlier.days), beforeFrom: before.from, appUrl: ctx.appUrl },
  });
  return ctx.db.transaction(async (tx) => {
    const claimed = await claimReport(tx, { userId, report: "own", period: from, now: ctx.clock.now() });
    if (claimed)
      await queueEmail(tx, { to: email, userId, key: `usage-report:${userId}:${from.slice(0, 7)}`, message });
    return claimed;
  });
}

/**
 * Reports the month that ended to everybody who used something in it, by mail and in the app as they want it: once for
 * each person and month, for ever, however many run this at once and wherever one dies. It is the month of where they
 * live, from eight o'clock on its first day after; what is missed until the next month has ended stays missed.
 * @returns how many were told
 */
export async function sendMemberReports(ctx: Context): Promise<number> {
  const months = await dueMonths(ctx);
  let told = 0;
  let after: string | null = null;
  for (;;) {
    const due: DueMember[] = await listDueMembers(ctx.db, months, { after, limit: batchSize });
    for (const member of due) {
      try {
        if (await tell(ctx, member)) told += 1;
      } catch (error) {
        // The others do not wait for it, and the next hour tries again.
        ctx.log.error({ err: error, userId: member.userId }, "a monthly report could not be written");
      }
    }
    after = due.at(-1)?.userId ?? null;
    if (due.length < batchSize) return told;
  }
}
