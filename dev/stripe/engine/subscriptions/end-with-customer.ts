import { type Engine } from "../engine";
import { cancelNow } from "./end-subscription";
import { isEnded } from "./subscription-status";

/** A customer who is deleted takes all subscriptions along. https://docs.stripe.com/api/customers/delete */
export function endSubscriptionsOf(engine: Engine, customer: string): void {
  const { data } = engine.store.objects.list("subscription", { where: { customer }, limit: 1000 });
  for (const subscription of data) {
    if (!isEnded(subscription)) cancelNow(engine, subscription, { reason: "cancellation_requested" });
  }
}
