import { type Engine } from "../engine";
import { previewInvoice } from "../invoices/preview-invoice";
import { expireIncomplete } from "./end-subscription";
import { planRenewal } from "./plan-renewal";
import { draftInvoice } from "./subscription-invoice";
import { setTimers } from "./subscription-timers";

/** https://docs.stripe.com/api/events/types#event_types-invoice.upcoming */
export function announceInvoice(engine: Engine, id: string): void {
  const subscription = engine.store.objects.find("subscription", id);
  if (!subscription) return;
  const { next, lines, ended } = planRenewal(engine, subscription);
  engine.emit(
    "invoice.upcoming",
    previewInvoice(engine, draftInvoice(engine, next, { reason: "upcoming", lines, period: ended })),
  );
}

/** https://docs.stripe.com/api/events/types#event_types-customer.subscription.trial_will_end */
export function announceTrialEnd(engine: Engine, id: string): void {
  const subscription = engine.store.objects.find("subscription", id);
  if (subscription?.status === "trialing") engine.emit("customer.subscription.trial_will_end", subscription);
}

export function expireWhenDue(engine: Engine, id: string): void {
  const subscription = engine.store.objects.find("subscription", id);
  if (subscription?.status === "incomplete") expireIncomplete(engine, subscription);
}

/** https://docs.stripe.com/billing/subscriptions/pause-payment#set-a-resumption-date */
export function resumeCollection(engine: Engine, id: string): void {
  const subscription = engine.store.objects.find("subscription", id);
  if (!subscription?.pause_collection) return;
  setTimers(engine, engine.update(subscription, { pause_collection: null }, "customer.subscription.updated"));
}
