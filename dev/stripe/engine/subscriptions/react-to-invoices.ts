import { type WireInvoice, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { reactToInvoices } from "../invoices/invoice-reactions";
import { type HiddenSubscription } from "./create-subscription";
import { cancelNow, expireIncomplete } from "./end-subscription";
import { readAfterRetries } from "./exhausted-setting";
import { saveMethodOf } from "./saved-method";
import { INCOMPLETE_EXPIRES, setTimers } from "./subscription-timers";

type Status = WireSubscription["status"];

/** Only the latest invoice says how a subscription stands. https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
reactToInvoices({
  paid: (engine, invoice) => {
    const found = subscriptionOf(engine, invoice);
    if (!found) return;
    const subscription = saveMethodOf(engine, found, invoice);
    if (!isLatest(subscription, invoice)) return;
    if (subscription.status === "incomplete") activate(engine, subscription);
    if (subscription.status === "past_due" || subscription.status === "unpaid") {
      setTimers(engine, moveTo(engine, subscription, "active"));
    }
  },
  paymentFailed: (engine, invoice) => {
    const subscription = subscriptionOf(engine, invoice);
    if (!subscription || !isLatest(subscription, invoice)) return;
    if (subscription.status === "active") moveTo(engine, subscription, "past_due");
  },
  exhausted: (engine, invoice) => {
    const subscription = subscriptionOf(engine, invoice);
    if (!subscription || (subscription.status !== "past_due" && subscription.status !== "active")) return;
    // An older one says nothing about a subscription whose latest is paid.
    if (subscription.status === "active" && !isLatest(subscription, invoice)) return;
    const wanted = readAfterRetries(engine.store.settings);
    if (wanted === "cancel") cancelNow(engine, subscription, { reason: "payment_failed" });
    else moveTo(engine, subscription, wanted);
  },
  closed: (engine, invoice) => {
    const subscription = subscriptionOf(engine, invoice);
    if (!subscription || !isLatest(subscription, invoice)) return;
    if (subscription.status === "incomplete") expireIncomplete(engine, subscription);
    if (subscription.status === "past_due") moveTo(engine, subscription, "active");
  },
});

function subscriptionOf(engine: Engine, { parent }: WireInvoice): WireSubscription | null {
  const id = idOf(parent?.subscription_details?.subscription);
  return id === null ? null : engine.store.objects.find("subscription", id);
}

const isLatest = (subscription: WireSubscription, invoice: WireInvoice): boolean =>
  idOf(subscription.latest_invoice) === invoice.id;

/** The first invoice is paid. While the call that creates it still runs, nobody has heard of it yet. */
function activate(engine: Engine, subscription: WireSubscription): void {
  const { isNew } = engine.store.objects.hidden<HiddenSubscription>(subscription.id);
  const inTrial = subscription.trial_end !== null && subscription.trial_end > engine.now;
  const status: Status = inTrial ? "trialing" : "active";
  if (isNew) {
    engine.update(subscription, { status });
    return;
  }
  engine.store.due.cancel(INCOMPLETE_EXPIRES, subscription.id);
  setTimers(engine, moveTo(engine, subscription, status));
}

function moveTo(engine: Engine, subscription: WireSubscription, status: Status): WireSubscription {
  return engine.update(subscription, { status }, "customer.subscription.updated");
}
