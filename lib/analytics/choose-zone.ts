import type { AppContext } from "@/lib/context";
import { enqueueJob } from "@/lib/jobs";
import { requireAdmin } from "@/lib/shared/require-admin";
import { AnalyticsForbidden } from "./errors";
import type { ZoneChoice } from "./types";
import { askForZone, findZone, isZoneKnown, utc } from "./zones";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

/** How often it is written down that a zone is still looked at. */
const noteEveryMs = 24 * 60 * 60_000;

/**
 * The zone to answer in. One that nobody asked for before is made by a job, and answered in UTC until it is there. A name
 * that no zone has is UTC.
 * @throws AnalyticsForbidden
 */
export async function chooseZone({ db, actor, systemClock }: Context, wanted: string): Promise<ZoneChoice> {
  requireAdmin(actor, AnalyticsForbidden);
  if (wanted === utc) return { zone: utc, preparing: null };
  const now = systemClock.now();
  const found = await findZone(db, wanted);
  if (!found && !(await isZoneKnown(db, wanted))) return { zone: utc, preparing: null };
  if (!found || now.getTime() - found.lastAskedAt.getTime() > noteEveryMs) await askForZone(db, wanted, now);
  if (found?.builtAt) return { zone: wanted, preparing: null };
  if (!found) await enqueueJob(db, { name: "refresh-analytics", payload: {}, key: "refresh-analytics" });
  return { zone: utc, preparing: wanted };
}
