import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { compareCatalog } from "./compare-catalog";
import { CatalogChanged } from "./errors";
import type { CatalogChange } from "./plan-changes";
import { syncCatalog } from "./sync-catalog";

type Context = Pick<AppContext, "db" | "payments" | "actor" | "systemClock">;

interface Ask {
  /** Of the preview. */
  token: string;
  reason: string;
  origin: AuditedAct["origin"];
}

function nameOf(change: CatalogChange): string {
  if (change.type === "create_price") return `${change.type} ${change.price.lookupKey}`;
  return `${change.type} ${change.product.productId}`;
}

/**
 * Makes Stripe sell what the catalogue says, as previewed, and copies its prices here. Written down before Stripe is
 * asked: one that breaks off on the way is finished by the next.
 * @returns how many things it changed in Stripe
 * @throws CatalogForbidden, CatalogChanged, PaymentGatewayError
 */
export async function syncForAdmin(
  ctx: Context,
  { token, reason, origin }: Ask,
): Promise<{ changes: number }> {
  const preview = await compareCatalog(ctx);
  if (preview.token !== token) throw new CatalogChanged();
  const { actor, systemClock } = ctx;
  await ctx.db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "catalogue_synced", reason, now: systemClock.now() },
      ...{ target: { type: "catalogue", id: "stripe" }, after: { changes: preview.changes.map(nameOf) } },
    }),
  );
  const { changes } = await syncCatalog(ctx);
  return { changes: changes.length };
}
