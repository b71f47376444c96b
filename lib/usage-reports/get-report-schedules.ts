import type { AppContext } from "@/lib/context";
import { isMailWanted } from "@/lib/notification-preferences";
import { requireAdmin } from "@/lib/shared/require-admin";
import { UsageReportsForbidden } from "./errors";
import { dueAt, duePeriod, isNewlyDue, nextPeriod, toZone } from "./policy";
import { findZoneOf, listOwnSchedules } from "./queries";
import type { OwnSchedules } from "./types";

/**
 * Which reports on everybody's use the admin who asks has switched on, and when the next ones come.
 * @throws UsageReportsForbidden
 */
export async function getReportSchedules({
  db,
  clock,
  actor,
}: Pick<AppContext, "db" | "clock" | "actor">): Promise<OwnSchedules> {
  const userId = requireAdmin(actor, UsageReportsForbidden);
  const now = clock.now();
  const [rows, named, mailed] = await Promise.all([
    listOwnSchedules(db, { userId, now }),
    findZoneOf(db, userId),
    isMailWanted(db, { template: "admin-usage-report", userId }),
  ]);
  const zone = toZone(named);
  const schedules = rows.map(({ rhythm, enabledAt, last }) => {
    const due = duePeriod(rhythm, now, zone);
    const waits = enabledAt !== null && isNewlyDue({ rhythm, zone, enabledAt, last, now });
    const next = waits ? due : nextPeriod(rhythm, due);
    return { rhythm, enabled: enabledAt !== null, next, nextAt: dueAt(next, zone), last };
  });
  return { zone, mailed, schedules };
}
