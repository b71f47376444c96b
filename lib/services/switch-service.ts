import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { ServicesForbidden } from "./errors";
import { getActiveService } from "./find-service";
import { services } from "./registry";
import { saveSwitch } from "./switch-repository";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

interface Ask {
  slug: string;
  active: boolean;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Switches a service on or off, at once and everywhere: one that is off starts no run, runs that go on end as usual. One
 * that is so already is left alone.
 * @throws ServicesForbidden, ServiceNotFound
 */
export async function switchService(ctx: Context, { slug, active, reason, origin }: Ask): Promise<void> {
  const { actor } = ctx;
  const adminId = requireAdmin(actor, ServicesForbidden);
  getActiveService(services, slug);
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    const changed = await saveSwitch(tx, { slug, active, reason, changedById: adminId, changedAt: now });
    if (!changed) return;
    await recordAudit(tx, {
      ...{ actor, origin, action: "service_changed", reason, now, target: { type: "service", id: slug } },
      ...{ before: { active: !active }, after: { active } },
    });
  });
}
