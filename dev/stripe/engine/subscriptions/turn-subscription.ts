import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { createInvoice } from "../invoices/create-invoice";
import { endAtPeriodEnd } from "./end-subscription";
import { endTrialWithoutMethod } from "./end-trial";
import { currentPeriod } from "./item-periods";
import { planRenewal } from "./plan-renewal";
import { moveSchedule } from "./move-schedule";
import { phaseFields, withoutSpentDiscounts } from "./phase-change";
import { storeItems, storeSubscription, tellOfChange } from "./store-subscription";
import { draftInvoice, settlePaused } from "./subscription-invoice";
import { isRunning } from "./subscription-status";
import { setTimers } from "./subscription-timers";

/**
 * The period of a subscription is over, or its end has come: it renews, pauses or ends. A renewal makes a draft
 * that is finalized and charged an hour later. https://docs.stripe.com/billing/invoices/subscription
 */
export function turnSubscription(engine: Engine, id: string): void {
  const subscription = engine.store.objects.find("subscription", id);
  if (!subscription) return;
  const { cancel_at: cancelAt } = subscription;
  if (
    cancelAt !== null &&
    cancelAt <= engine.now &&
    (isRunning(subscription) || subscription.status === "paused")
  ) {
    endAtPeriodEnd(engine, subscription);
    return;
  }
  if (!isRunning(subscription) || currentPeriod(subscription).end > engine.now) return;
  if (endTrialWithoutMethod(engine, subscription)) return;
  renew(engine, subscription);
}

function renew(engine: Engine, subscription: WireSubscription): void {
  const { next: planned, lines, ended, phase: entered } = planRenewal(engine, subscription);
  const phase = entered && withoutSpentDiscounts(engine, entered, idOf(subscription.customer));
  const next = { ...planned, ...(phase ? phaseFields(engine, planned, phase) : {}) };
  if (next.schedule) next.schedule = moveSchedule(engine, idOf(next.schedule) ?? "", engine.now);
  const draft = draftInvoice(engine, next, { reason: "subscription_cycle", lines, period: ended });
  // A phase may bring discounts, of which the invoice uses up those that apply once.
  if (phase) storeSubscription(engine, { before: subscription, next }, null);
  else storeItems(engine, { before: subscription, next });
  const invoice = createInvoice(engine, draft);
  const { discounts } = draft.discounts.length > 0 ? engine.require("subscription", next.id) : next;
  const after = { ...next, discounts, latest_invoice: invoice.id };
  const renewed = tellOfChange(engine, { before: subscription, after });
  setTimers(engine, renewed);
  settlePaused(engine, renewed, invoice);
}
