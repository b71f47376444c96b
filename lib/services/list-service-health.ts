import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { ServicesForbidden } from "./errors";
import { services } from "./registry";
import { readSwitches, sumRuns } from "./switch-queries";
import type { ServiceHealth } from "./types";

const none = { runs: 0, failed: 0, creditsMilli: 0n };
const nothing = { day: none, week: none, month: none };

/**
 * Every service with its switch, and what its runs came to in the last 24 hours, 7 days and 30 days.
 * @throws ServicesForbidden
 */
export async function listServiceHealth({
  db,
  actor,
  clock,
}: Pick<AppContext, "db" | "actor" | "clock">): Promise<ServiceHealth[]> {
  requireAdmin(actor, ServicesForbidden);
  const slugs = services.map(({ slug }) => slug);
  const [switches, sums] = await Promise.all([readSwitches(db), sumRuns(db, { slugs, now: clock.now() })]);
  return services.map(({ slug, title, price, active }) => {
    const last = switches.get(slug);
    const { reason = "", changedAt = null, changedBy = "" } = last ?? {};
    return {
      ...{ slug, title, price, retired: !active, active: active && last?.active !== false },
      switched: changedAt && { reason, changedAt, changedBy },
      ...(sums.get(slug) ?? nothing),
    };
  });
}
