import type { AppContext } from "@/lib/context";
import { computePlanChange, readPlanChange, type PlanChangeContext } from "./plan-change";
import { memberOf } from "./policy";
import type { PlanChangePreview } from "./types";

/** Stripe prorates to the second: a preview of the same second is the same preview. */
function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000);
}

/**
 * What changing to another plan would cost and bring, now or at the end of the period. Changes nothing.
 * @throws MemberRequired, NoPlan, NotForSale, PlanChangeRefused, PaymentGatewayError
 */
export async function previewPlanChange(
  ctx: PlanChangeContext & Pick<AppContext, "actor">,
  { lookupKey }: { lookupKey: string },
): Promise<PlanChangePreview> {
  const at = toSecond(ctx.clock.now());
  return computePlanChange(await readPlanChange(ctx, memberOf(ctx.actor), { lookupKey, at }));
}
