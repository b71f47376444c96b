import type Stripe from "stripe";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { createInvoice } from "../invoices/create-invoice";
import { addPendingItem } from "../invoices/pending-items";
import { stopCollecting } from "../invoices/settle-invoice";
import { voidInvoice } from "../invoices/void-invoice";
import { type CancellationParams, mergedDetails, NO_DETAILS } from "./cancellation-params";
import { currentPeriod } from "./item-periods";
import { pendingOf } from "./pending-of-subscription";
import { creditLines } from "./proration-lines";
import { discountsOf } from "./subscription-discounts";
import { collectNow, draftInvoice } from "./subscription-invoice";
import { setTimers } from "./subscription-timers";
import { endScheduleOf } from "./schedule-endings";

export interface Ending {
  reason: Stripe.Subscription.CancellationDetails.Reason | null;
  details?: CancellationParams["cancellation_details"];
  /** Bill what waits, now. */
  invoiceNow?: boolean;
  /** Give back the time that was paid for and will not be had. */
  prorate?: boolean;
}

/**
 * Ends a subscription at once and for good. Emits `customer.subscription.deleted`. Open invoices stay open, and
 * nothing collects them by itself any more. https://docs.stripe.com/api/subscriptions/cancel
 */
export function cancelNow(engine: Engine, subscription: WireSubscription, ending: Ending): WireSubscription {
  if (subscription.status === "incomplete") return expireIncomplete(engine, subscription);
  if (ending.prorate) creditUnused(engine, subscription);
  if (ending.invoiceNow) billWaiting(engine, subscription, "now");
  else if (!ending.prorate) dropWaiting(engine, subscription);
  return close(engine, engine.require("subscription", subscription.id), {
    ...ending,
    canceledAt: engine.now,
  });
}

/** Its last period is over: what still waits is billed, and it was cancelled when somebody said so. */
export function endAtPeriodEnd(engine: Engine, subscription: WireSubscription): WireSubscription {
  billWaiting(engine, subscription, "in time");
  const current = engine.require("subscription", subscription.id);
  return close(engine, current, {
    reason: current.cancellation_details?.reason ?? null,
    canceledAt: current.canceled_at ?? engine.now,
  });
}

/** The first invoice was not paid in time. https://docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle */
export function expireIncomplete(engine: Engine, subscription: WireSubscription): WireSubscription {
  const invoice = engine.store.objects.find("invoice", idOf(subscription.latest_invoice) ?? "");
  const expired = engine.update(
    subscription,
    { ended_at: engine.now, status: "incomplete_expired" },
    "customer.subscription.updated",
  );
  setTimers(engine, expired);
  if (invoice?.status === "open") voidInvoice(engine, invoice);
  return engine.require("subscription", subscription.id);
}

function close(
  engine: Engine,
  subscription: WireSubscription,
  ending: Ending & { canceledAt: number },
): WireSubscription {
  const details = mergedDetails(subscription.cancellation_details ?? NO_DETAILS, ending.details);
  const { schedule } = subscription;
  const ended = engine.update(subscription, {
    canceled_at: ending.canceledAt,
    cancellation_details: { ...details, reason: ending.reason },
    ended_at: engine.now,
    pause_collection: null,
    schedule: null,
    status: "canceled",
  });
  setTimers(engine, ended);
  leaveInvoices(engine, ended);
  engine.emit("customer.subscription.deleted", ended);
  if (schedule) endScheduleOf(engine, idOf(schedule) ?? "", ending.reason);
  return ended;
}

function creditUnused(engine: Engine, subscription: WireSubscription): void {
  const customer = engine.require("customer", idOf(subscription.customer) ?? "");
  const unused = { start: engine.now, end: currentPeriod(subscription).end };
  const discounts = discountsOf(subscription, customer);
  for (const item of subscription.items.data) {
    for (const line of creditLines(engine, subscription, { item, unused, discounts })) {
      addPendingItem(engine, customer.id, { ...line, subscription: subscription.id });
    }
  }
}

function billWaiting(engine: Engine, subscription: WireSubscription, when: "now" | "in time"): void {
  if (pendingOf(engine, subscription).length === 0) return;
  const invoice = createInvoice(
    engine,
    draftInvoice(engine, subscription, {
      reason: when === "now" ? "subscription_update" : "subscription_cycle",
      lines: [],
      period: { start: currentPeriod(subscription).start, end: engine.now },
    }),
  );
  const billed = engine.update(engine.require("subscription", subscription.id), {
    latest_invoice: invoice.id,
  });
  if (when === "now") collectNow(engine, billed, { invoice, behavior: "allow_incomplete", offSession: true });
}

function dropWaiting(engine: Engine, subscription: WireSubscription): void {
  for (const item of pendingOf(engine, subscription)) {
    if (!item.proration) continue;
    engine.store.objects.bury(item.id, { id: item.id, object: "invoiceitem", deleted: true });
    engine.emit("invoiceitem.deleted", item);
  }
}

function leaveInvoices(engine: Engine, { id }: WireSubscription): void {
  const { data } = engine.store.objects.list("invoice", {
    where: { "parent.subscription_details.subscription": id, status: "open" },
    limit: 1000,
  });
  for (const invoice of data) {
    stopCollecting(engine, invoice.id);
    engine.update(invoice, { auto_advance: false, next_payment_attempt: null }, "invoice.updated");
  }
}
