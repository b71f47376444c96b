import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { toAdminMessage } from "./admin-message";
import type { EverybodyRange } from "./everybody-queries";
import { makeEverybodyReport } from "./make-everybody-report";
import { duePeriod, isNewlyDue, toZone } from "./policy";
import { listScheduledAdmins, type ScheduledAdmin } from "./queries";
import { claimReport } from "./repository";
import type { EverybodyReport } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "log" | "appUrl">;

type ReadReport = (range: EverybodyRange) => Promise<EverybodyReport>;

/** Admins of one zone are told the same, which is read once. */
function readingOnce(ctx: Context): ReadReport {
  const known = new Map<string, Promise<EverybodyReport>>();
  return (range) => {
    const key = `${range.zone} ${range.from} ${range.to}`;
    const report = known.get(key) ?? makeEverybodyReport(ctx, range);
    known.set(key, report);
    return report;
  };
}

async function tell(ctx: Context, admin: ScheduledAdmin, read: ReadReport): Promise<boolean> {
  const { userId, email, rhythm } = admin;
  const now = ctx.clock.now();
  const zone = toZone(admin.zone);
  if (!isNewlyDue({ ...admin, zone, now })) return false;
  const period = duePeriod(rhythm, now, zone);
  const report = await read({ ...period, zone });
  const message = toAdminMessage({ report, rhythm, asked: false, appUrl: ctx.appUrl });
  return ctx.db.transaction(async (tx) => {
    const claimed = await claimReport(tx, { userId, report: rhythm, period: period.from, now });
    const key = `admin-usage-report:${userId}:${rhythm}:${period.from}`;
    if (claimed) await queueEmail(tx, { to: email, userId, key, message });
    return claimed;
  });
}

/**
 * Reports the week or month that ended to each admin who switched that on: once for each admin and period, however many
 * run this at once. Periods that were over when it was switched on are not reported.
 * @returns how many were told
 */
export async function sendAdminReports(ctx: Context): Promise<number> {
  const read = readingOnce(ctx);
  let told = 0;
  for (const admin of await listScheduledAdmins(ctx.db, ctx.clock.now())) {
    try {
      if (await tell(ctx, admin, read)) told += 1;
    } catch (error) {
      ctx.log.error({ err: error, userId: admin.userId }, "a report on everybody's use could not be written");
    }
  }
  return told;
}
