import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { OBJECT_KINDS, type WireSubscription } from "../../store/object-types";
import { discountsFromParams } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { tellIntent } from "../intent-reactions";
import { newId } from "../ids";
import { createInvoice } from "../invoices/create-invoice";
import { periodFrom } from "./billing-cycle";
import { cancellationOfNew, mergedDetails, readCancellation } from "./cancellation-params";
import { newSubscription } from "./new-subscription";
import { fullAmount, periodLines } from "./period-lines";
import { startingCycle } from "./starting-cycle";
import { storeSubscription } from "./store-subscription";
import { type CreateParams } from "./create-params";
import { collectNow, draftInvoice, type PaymentBehavior } from "./subscription-invoice";
import { draftItems } from "./subscription-items";
import { INCOMPLETE_EXPIRES, setTimers, TRIAL_NOTICE } from "./subscription-timers";

const HOURS_TO_PAY = 23 * 60 * 60;

/** What a subscription knows and does not show. */
export interface HiddenSubscription {
  /** Has paid the first invoice before there was one. */
  intent: string | null;
  /** Its creation is under way: nobody has heard of it yet. */
  isNew: boolean;
}

interface Circumstances {
  /** The schedule that starts it. */
  schedule?: string | null;
  /** What is due at once was paid with it. */
  prepaid?: Stripe.PaymentIntent | null;
}

/**
 * Starts a subscription and, unless it is free so far, bills its first period within the call. What becomes of a
 * payment that fails is `payment_behavior`'s to say. https://docs.stripe.com/api/subscriptions/create
 */
export function createSubscription(
  engine: Engine,
  params: CreateParams,
  { schedule = null, prepaid = null }: Circumstances = {},
): WireSubscription {
  const draft = { ...draftSubscription(engine, params), schedule };
  const subscription = engine.create("subscription", draft, { isNew: true, intent: prepaid?.id ?? null });
  for (const item of subscription.items.data) engine.create("subscription_item", item);
  applyDiscountParams(engine, subscription, params);
  billFirstPeriod(engine, subscription.id, {
    behavior: readBehavior(params),
    offSession: params.off_session ?? false,
    prorates: params.proration_behavior !== "none",
  });
  if (prepaid) tellIntent("succeeded", engine, prepaid);
  return announce(engine, subscription.id);
}

/** All of a new subscription but its first invoice; stores nothing but prices described on the spot. */
export function draftSubscription(engine: Engine, params: CreateParams): WireSubscription {
  const customer = engine.require("customer", required(params.customer, "customer"), "customer");
  if (!params.items?.length) throw missing("items");
  const id = newId(OBJECT_KINDS.subscription.prefix);
  const items = draftItems(engine, params.items, id);
  checkCurrency(customer, items[0]?.price.currency ?? "", params.currency);
  const cycle = startingCycle(engine, { data: items }, params);
  const draft = newSubscription(engine, { id, customer, items, cycle, params });
  const cancelled = cancellationOfNew(engine, draft, readCancellation(engine, params, null));
  return { ...cancelled, cancellation_details: mergedDetails(cancelled.cancellation_details, undefined) };
}

interface FirstBill {
  behavior: PaymentBehavior;
  offSession: boolean;
  prorates: boolean;
}

/** A first period that ends early is free when prorations are off: there is no invoice then. */
function billFirstPeriod(engine: Engine, id: string, { behavior, offSession, prorates }: FirstBill): void {
  const subscription = engine.require("subscription", id);
  const period = periodFrom(subscription, engine.now);
  if (period.kind === "partial" && !prorates) {
    engine.update(subscription, { status: "active" });
    return;
  }
  const lines = periodLines(engine, subscription, period);
  const invoice = createInvoice(
    engine,
    draftInvoice(engine, subscription, {
      reason: "subscription_create",
      lines,
      period: { start: engine.now, end: engine.now },
    }),
  );
  // Those that wait for an hour are as good as paid until then.
  const waits = subscription.collection_method === "send_invoice" || subscription.schedule !== null;
  engine.update(engine.require("subscription", id), {
    latest_invoice: invoice.id,
    ...(waits ? { status: period.kind === "trial" ? "trialing" : "active" } : {}),
  });
  if (!waits) collectNow(engine, engine.require("subscription", id), { invoice, behavior, offSession });
}

function announce(engine: Engine, id: string): WireSubscription {
  const subscription = engine.require("subscription", id);
  engine.store.objects.saveHidden(id, { isNew: false, intent: null } satisfies HiddenSubscription);
  engine.emit("customer.subscription.created", subscription);
  setTimers(engine, subscription);
  if (subscription.status === "incomplete") {
    engine.schedule(INCOMPLETE_EXPIRES, id, subscription.created + HOURS_TO_PAY);
  }
  const { status, trial_end: trialEnd } = subscription;
  if (status === "trialing" && trialEnd !== null && trialEnd - TRIAL_NOTICE <= engine.now) {
    engine.emit("customer.subscription.trial_will_end", subscription);
  }
  return subscription;
}

function applyDiscountParams(
  engine: Engine,
  subscription: WireSubscription,
  { discounts }: CreateParams,
): void {
  if (!discounts) return;
  const amount = subscription.items.data.reduce(
    (sum, { price, quantity }) => sum + fullAmount(price, quantity ?? 1),
    0,
  );
  const ids = discountsFromParams(engine, discounts, {
    customer: idOf(subscription.customer),
    subscription: subscription.id,
    total: { amount, currency: subscription.currency },
  });
  storeSubscription(engine, { before: subscription, next: { ...subscription, discounts: ids } }, null);
}

function readBehavior({ payment_behavior: behavior }: CreateParams): PaymentBehavior {
  if (behavior === "pending_if_incomplete") {
    throw invalidRequest(
      "pending_if_incomplete is only used with updates and cannot be passed when creating a Subscription.",
      { param: "payment_behavior" },
    );
  }
  return (behavior ?? "allow_incomplete") as PaymentBehavior;
}

/** https://docs.stripe.com/billing/customer#currency */
function checkCurrency(customer: Stripe.Customer, currency: string, wanted: string | undefined): void {
  if (wanted !== undefined && wanted.toLowerCase() !== currency) {
    throw notImplemented("a currency other than that of the prices");
  }
  if (!customer.currency || customer.currency === currency) return;
  throw invalidRequest(
    `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency ${customer.currency}`,
  );
}

function required(value: string | undefined, param: string): string {
  if (value === undefined) throw missing(param);
  return value;
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
