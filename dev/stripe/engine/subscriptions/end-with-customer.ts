import { type Engine } from "../engine";
import { cancelNow } from "./end-subscription";
import { endScheduleOf } from "./schedule-endings";
import { isEnded } from "./subscription-status";

/**
 * A customer who is deleted takes all subscriptions along, and the schedules that would start more of them.
 * https://docs.stripe.com/api/customers/delete
 */
export function endSubscriptionsOf(engine: Engine, customer: string): void {
  const mine = { where: { customer }, limit: 1000 };
  for (const subscription of engine.store.objects.list("subscription", mine).data) {
    if (!isEnded(subscription)) cancelNow(engine, subscription, { reason: "cancellation_requested" });
  }
  for (const { id } of engine.store.objects.list("subscription_schedule", mine).data) {
    endScheduleOf(engine, id, "cancellation_requested");
  }
}
