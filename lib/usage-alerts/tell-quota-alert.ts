import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { findEntitlement } from "@/lib/quotas";
import { isQuotaKind, isWorthTelling } from "./policy";
import { findRaisedAlert, findReader } from "./queries";
import { toQuotaMessage } from "./quota-words";

/**
 * Handles the job "tell-quota-alert": tells somebody that they came near a limit or reached it, by mail and in the app,
 * each as they want it. Once, though the job runs twice or dies anywhere: both are one transaction under the alert's key.
 * Says nothing of a limit that does not count any more, of a window that is over, of a share that was passed by a higher
 * one, and nothing to who is suspended or gone.
 */
export async function tellQuotaAlert(
  ctx: Pick<AppContext, "db" | "clock" | "appUrl">,
  { alertId }: { alertId: string },
): Promise<void> {
  const alert = await findRaisedAlert(ctx.db, alertId);
  if (!alert || !isQuotaKind(alert.kind)) return;
  const { kind, userId } = alert;
  const [reader, entitlement] = await Promise.all([findReader(ctx.db, userId), findEntitlement(ctx, userId)]);
  const now = { kind, limit: entitlement.limits[kind], at: ctx.clock.now() };
  if (!reader || !isWorthTelling(alert, now)) return;
  const message = toQuotaMessage({ alert: { ...alert, kind }, entitlement, reader, appUrl: ctx.appUrl });
  if (!message) return;
  const email = { to: reader.email, userId, key: `quota-alert:${alertId}`, message };
  await ctx.db.transaction((tx) => queueEmail(tx, email));
}
