import type { AppContext } from "@/lib/context";
import { isMoreThanAlone, previewRefund } from "@/lib/refunds";
import { catchUp, computePlanEnd, readPlanEnd } from "./plan-end";
import { subjectOf } from "./policy";
import { toSecond } from "./preview-token";
import type { SyncContext } from "./sync-subscriptions";
import type { EndRefund, PlanEndPreview } from "./types";

/**
 * What ending a member's plan at once would pay back and take. Ends nothing; credits that are spent before it is
 * confirmed become debt.
 * @throws PlanForbidden, NoPlan, PaymentGatewayError
 */
export async function previewPlanEnd(
  ctx: SyncContext & Pick<AppContext, "actor">,
  { userId, refund }: { userId: string; refund: EndRefund },
): Promise<PlanEndPreview> {
  const whose = subjectOf(ctx.actor, userId);
  const at = toSecond(ctx.clock.now());
  await catchUp(ctx, whose);
  const setup = await readPlanEnd(ctx.db, whose, { refund, at });
  const { parts, refundMinor, token } = computePlanEnd(setup);
  const credits = {
    creditsMilli: 0n,
    takenMilli: 0n,
    reservedMilli: 0n,
    alreadyExpiredMilli: 0n,
    debtMilli: 0n,
  };
  const { planName, currency } = setup.subscription;
  let needsApproval = isMoreThanAlone({ amountMinor: refundMinor, currency });
  for (const part of parts) {
    const taken = await previewRefund(ctx, { ...part, credits: "claw_back" });
    needsApproval ||= taken.needsApproval;
    for (const key of Object.keys(credits) as (keyof typeof credits)[]) credits[key] += taken[key];
  }
  const money = { refund, refundMinor, currency, payments: parts, needsApproval };
  return { planName, endsAt: at, ...money, ...credits, token };
}
