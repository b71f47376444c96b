import type Stripe from "stripe";
import { z } from "zod";
import {
  PaymentAnswerUnexpected,
  PaymentObjectMissing,
  PaymentRequestRefused,
} from "@/lib/ports/payment-gateway-errors";
import type { SubscriptionGateway } from "@/lib/ports/subscription-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, requiredIdOf } from "./stripe-fields";

type Methods = Pick<SubscriptionGateway, "planChangeAtPeriodEnd" | "releaseSchedule">;

const discountsSchema = z
  .array(z.object({ coupon: idOf, discount: idOf, promotion_code: idOf }))
  .nullish()
  .transform((discounts) => discounts ?? []);

/** What a phase is not told again it loses. */
function discountsOf({ discounts }: Stripe.SubscriptionSchedule.Phase) {
  const kept = readAnswer(discountsSchema, discounts).flatMap(({ coupon, discount, promotion_code }) => {
    if (discount) return { discount };
    if (promotion_code) return { promotion_code };
    return coupon ? { coupon } : [];
  });
  return kept.length > 0 ? { discounts: kept } : {};
}

/** The phase that runs now, as it is. */
function presentPhase({
  current_phase: present,
  phases,
  id,
}: Stripe.SubscriptionSchedule): Stripe.SubscriptionScheduleUpdateParams.Phase {
  const phase = phases.find(({ start_date }) => start_date === present?.start_date);
  if (!present || !phase)
    throw new PaymentAnswerUnexpected({ meta: { problems: `${id} has no present phase` } });
  return {
    items: phase.items.map(({ price, quantity }) => ({
      price: readAnswer(requiredIdOf, price),
      ...(quantity ? { quantity } : {}),
    })),
    ...discountsOf(phase),
    ...(phase.trial_end ? { trial_end: phase.trial_end } : {}),
    start_date: present.start_date,
    end_date: present.end_date,
  };
}

/**
 * A schedule is made of a subscription first and told its phases second: Stripe takes no phases at the first step.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules
 */
export function scheduleMethods(stripe: Stripe): Methods {
  const { subscriptionSchedules } = stripe;
  return {
    // Needs no key of its own: a subscription has one schedule, and a lost answer's is found again.
    planChangeAtPeriodEnd: ({ stripeSubscriptionId, stripePriceId }) =>
      callStripe(async () => {
        const { schedule: known } = await stripe.subscriptions.retrieve(stripeSubscriptionId);
        const schedule = known
          ? await subscriptionSchedules.retrieve(readAnswer(requiredIdOf, known))
          : await subscriptionSchedules.create({ from_subscription: stripeSubscriptionId });
        const present = presentPhase(schedule);
        const { discounts } = present;
        const next = { items: [{ price: stripePriceId, quantity: 1 }], ...(discounts ? { discounts } : {}) };
        await subscriptionSchedules.update(schedule.id, {
          end_behavior: "release",
          proration_behavior: "none",
          phases: [present, next],
        });
      }),
    releaseSchedule: async (scheduleId) => {
      try {
        await callStripe(() => subscriptionSchedules.release(scheduleId));
      } catch (error) {
        if (!(error instanceof PaymentRequestRefused) || error instanceof PaymentObjectMissing) throw error;
        const { status } = await callStripe(() => subscriptionSchedules.retrieve(scheduleId));
        if (status === "active" || status === "not_started") throw error;
      }
    },
  };
}
