import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { UsageReportsForbidden } from "./errors";
import { switchOff, switchOn } from "./repository";
import { reportRhythms, type ReportRhythm } from "./types";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;

type Choice = Readonly<Record<ReportRhythm, boolean>> & { origin: AuditedAct["origin"] };

/**
 * Switches reports on everybody's use on or off for the admin who asks, and for nobody else. What is so already stays
 * as it is; what changes is written down.
 * @throws UsageReportsForbidden
 */
export async function saveReportSchedules(ctx: Context, { origin, ...wanted }: Choice): Promise<void> {
  const { actor } = ctx;
  const userId = requireAdmin(actor, UsageReportsForbidden);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const changed: ReportRhythm[] = [];
    for (const rhythm of reportRhythms) {
      const change = wanted[rhythm]
        ? await switchOn(tx, { userId, rhythm, now })
        : await switchOff(tx, { userId, rhythm });
      if (change) changed.push(rhythm);
    }
    if (changed.length === 0) return;
    const after = Object.fromEntries(changed.map((rhythm) => [rhythm, wanted[rhythm]]));
    const before = Object.fromEntries(changed.map((rhythm) => [rhythm, !wanted[rhythm]]));
    await recordAudit(tx, {
      ...{ actor, origin, action: "usage_reports_scheduled", target: { type: "user", id: userId } },
      ...{ before, after, now: ctx.systemClock.now() },
    });
  });
}
