import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import { UnknownDifference } from "./errors";
import { inspectObject } from "./inspect-object";
import { readKey, requireOperator } from "./policy";
import { repairDifference } from "./repair-difference";
import type { Difference, Repair } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "systemClock" | "log" | "appUrl" | "actor">;

export type RepairPreview =
  /** `difference` is null where it is gone. */
  | { outcome: "read"; difference: Difference | null; repair: Repair }
  | { outcome: "unreachable" }
  /** The key names no difference that there could be. */
  | { outcome: "unknown" };

interface Look {
  key: string;
  origin: AuditedAct["origin"];
}

/**
 * A difference as it is now, and what its repair would write, by the repair itself in a transaction that is rolled back.
 * It tells of somebody's money: the look is written down before Stripe is asked.
 * @throws ReconciliationForbidden
 */
export async function previewRepair(ctx: Context, { key, origin }: Look): Promise<RepairPreview> {
  const { actor, systemClock } = ctx;
  requireOperator(actor);
  try {
    const about = readKey(key);
    const target = { type: "stripe_object", id: about.id } as const;
    await ctx.db.transaction((tx) =>
      recordAudit(tx, { actor, origin, action: "stripe_object_viewed", target, now: systemClock.now() }),
    );
    const { differences } = await inspectObject(ctx, about);
    const repair = await repairDifference(ctx, key, { dryRun: true });
    return { outcome: "read", difference: differences.find((one) => one.key === key) ?? null, repair };
  } catch (error) {
    if (error instanceof UnknownDifference) return { outcome: "unknown" };
    if (!(error instanceof PaymentGatewayError)) throw error;
    ctx.log.warn({ err: error, key }, "Stripe could not be asked about a difference");
    return { outcome: "unreachable" };
  }
}
