import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { requireAdmin } from "@/lib/shared/require-admin";
import { toAdminMessage } from "./admin-message";
import { UsageReportsForbidden } from "./errors";
import { makeEverybodyReport } from "./make-everybody-report";
import { endedPeriod, toZone } from "./policy";
import { findZoneOf, getPerson } from "./queries";
import type { ReportRhythm } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor" | "appUrl">;

interface Ask {
  /** Names this time: the same one is mailed once. */
  id: string;
  rhythm: ReportRhythm;
  origin: AuditedAct["origin"];
}

/**
 * Mails the admin who asks the report on the last week or month that ended, whether or not one comes by the clock, and
 * changes nothing about those. Who switched such mails off gets none.
 * @throws UsageReportsForbidden
 */
export async function sendReportNow(ctx: Context, { id, rhythm, origin }: Ask): Promise<void> {
  const { actor, db, appUrl } = ctx;
  const userId = requireAdmin(actor, UsageReportsForbidden);
  const [{ email }, named] = await Promise.all([getPerson(db, userId), findZoneOf(db, userId)]);
  const zone = toZone(named);
  const period = endedPeriod(rhythm, ctx.clock.now(), zone);
  const message = toAdminMessage({
    ...{ report: await makeEverybodyReport(ctx, { ...period, zone }), rhythm, asked: true, appUrl },
  });
  await db.transaction(async (tx) => {
    await queueEmail(tx, { to: email, userId, key: `admin-usage-report:${userId}:asked:${id}`, message });
    await recordAudit(tx, {
      ...{ actor, origin, action: "usage_report_asked", target: { type: "user", id: userId } },
      ...{ after: { rhythm, ...period, zone }, now: ctx.systemClock.now() },
    });
  });
}
