import type { AppContext } from "@/lib/context";
import { computePlanChange, readPlanChange, type PlanChangeContext, type PlanChoice } from "./plan-change";
import { subjectOfChange } from "./policy";
import { toSecond } from "./preview-token";
import type { PlanChangePreview } from "./types";

/**
 * What changing to another plan would cost and bring, now or at the end of the period. Changes nothing.
 * @throws MemberRequired, PlanForbidden, NoPlan, NotForSale, PlanChangeRefused, PaymentGatewayError
 */
export async function previewPlanChange(
  ctx: PlanChangeContext & Pick<AppContext, "actor">,
  { userId, ...choice }: PlanChoice & { userId?: string },
): Promise<PlanChangePreview> {
  const at = toSecond(ctx.clock.now());
  const whose = subjectOfChange(ctx.actor, { userId, ...choice });
  return computePlanChange(await readPlanChange(ctx, whose, { ...choice, at }));
}
