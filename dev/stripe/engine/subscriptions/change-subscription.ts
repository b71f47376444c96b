import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { discountsFromParams } from "../discounts/discounts";
import { tellDroppedDiscounts } from "../discounts/end-discount";
import { type Engine } from "../engine";
import { idOf, idsOf, unset } from "../field-values";
import { createInvoice } from "../invoices/create-invoice";
import { addPendingItem } from "../invoices/pending-items";
import {
  type CancellationParams,
  mergedDetails,
  plannedCancelAt,
  readCancellation,
  withCancellation,
} from "./cancellation-params";
import { endTrialNow } from "./end-trial";
import { followSubscription } from "./follow-subscription";
import { currentPeriod } from "./item-periods";
import { type ChangeRequest, planChange, type PlannedChange, type ProrationBehavior } from "./plan-change";
import { checkTrialEnd } from "./starting-cycle";
import { storeSubscription, tellOfChange } from "./store-subscription";
import { chosenFields, type FieldParams } from "./subscription-fields";
import { collectNow, draftInvoice, type PaymentBehavior } from "./subscription-invoice";
import { fullAmount } from "./period-lines";
import { type ItemParams, quantityOf } from "./subscription-items";
import { checkChangeable } from "./subscription-status";
import { setTimers } from "./subscription-timers";

export type UpdateParams = Omit<Stripe.SubscriptionUpdateParams, "items" | "cancel_at"> &
  FieldParams &
  CancellationParams & { items?: ItemParams[] };

/**
 * Changes a subscription: what it sells, when it is billed, how it ends. What the change costs becomes pending
 * items, or an invoice within the call. Previewing the same change gives the same lines.
 * https://docs.stripe.com/api/subscriptions/update
 */
export function updateSubscription(
  engine: Engine,
  before: WireSubscription,
  params: UpdateParams,
): WireSubscription {
  checkChangeable(before, params);
  checkIncomplete(before, params);
  const cancellation = readCancellation(engine, params, before);
  checkManaged(before, params.cancel_at !== undefined || params.cancel_at_period_end !== undefined);
  const endsTrial = before.status === "trialing" && params.trial_end === "now";
  if (endsTrial && endTrialNow(engine, before, params)) return tellEndOfTrial(engine, before.id);
  const change = planChange(engine, before, {
    ...changeRequest(engine, params),
    cancelAt: plannedCancelAt(before, cancellation),
  });
  const ending = withCancellation(engine, { before, next: change.next }, cancellation);
  const next: WireSubscription = {
    ...ending,
    ...chosenFields(engine, before, params),
    ...discountChanges(engine, ending, params),
    ...pauseChanges(params),
    cancellation_details: mergedDetails(ending.cancellation_details, params.cancellation_details),
  };
  applyChange(engine, before, {
    change: { ...change, next },
    behavior: readBehavior(params),
    offSession: params.off_session ?? false,
  });
  followSubscription(engine, engine.require("subscription", before.id));
  return endsTrial ? tellEndOfTrial(engine, before.id) : engine.require("subscription", before.id);
}

/** https://docs.stripe.com/api/events/types#event_types-customer.subscription.trial_will_end */
function tellEndOfTrial(engine: Engine, id: string): WireSubscription {
  const subscription = engine.require("subscription", id);
  engine.emit("customer.subscription.trial_will_end", subscription);
  return subscription;
}

interface Application {
  change: PlannedChange;
  behavior: PaymentBehavior;
  offSession: boolean;
  /** Nobody asks for it: a customer without a method is a failed payment, not a refusal. */
  byTime?: boolean;
}

/** Stores a planned change, bills it, and tells of it. */
export function applyChange(
  engine: Engine,
  before: WireSubscription,
  { change, behavior, offSession, byTime = false }: Application,
): void {
  const { next, prorations, newPeriod, billsNow } = change;
  if (!billsNow) {
    for (const line of prorations) {
      addPendingItem(engine, idOf(next.customer) ?? "", { ...line, subscription: next.id });
    }
    setTimers(engine, storeSubscription(engine, { before, next }));
    return;
  }
  const content = { reason: "subscription_update" as const, lines: [...prorations, ...newPeriod] };
  const draft = draftInvoice(engine, next, { ...content, period: invoicePeriod(engine, change) });
  const stored = storeSubscription(engine, { before, next }, null);
  const invoice = createInvoice(engine, draft);
  const billed = engine.update(engine.require("subscription", next.id), { latest_invoice: invoice.id });
  tellOfChange(engine, { before, after: billed });
  setTimers(engine, stored);
  collectNow(engine, billed, { invoice, behavior, offSession, byTime });
  if (behavior === "default_incomplete") awaitPayment(engine, next.id, invoice.id);
}

/** Nobody has tried to pay yet: until somebody does, the subscription counts as overdue. */
function awaitPayment(engine: Engine, subscription: string, invoice: string): void {
  const { status } = engine.require("invoice", invoice);
  const current = engine.require("subscription", subscription);
  if (status === "open" && current.status === "active") {
    engine.update(current, { status: "past_due" }, "customer.subscription.updated");
  }
}

export function invoicePeriod(
  engine: Engine,
  { newPeriod, next }: PlannedChange,
): { start: number; end: number } {
  return newPeriod.length > 0
    ? { start: engine.now, end: engine.now }
    : { start: currentPeriod(next).start, end: engine.now };
}

export function changeRequest(
  engine: Engine,
  params: Pick<
    UpdateParams,
    "items" | "billing_cycle_anchor" | "proration_behavior" | "proration_date" | "trial_end"
  >,
): Omit<ChangeRequest, "cancelAt"> {
  const { items, billing_cycle_anchor: anchor, trial_end: trialEnd, proration_date: date } = params;
  return {
    ...(items ? { items } : {}),
    ...(anchor ? { anchor: anchor.type === "now" ? "now" : "unchanged" } : {}),
    ...(trialEnd === undefined
      ? {}
      : { trialEnd: typeof trialEnd === "number" ? checkTrialEnd(engine, trialEnd) : ("now" as const) }),
    ...(date === undefined ? {} : { prorationDate: date }),
    prorationBehavior: (params.proration_behavior ?? "create_prorations") as ProrationBehavior,
  };
}

function discountChanges(
  engine: Engine,
  subscription: WireSubscription,
  { discounts }: UpdateParams,
): Partial<WireSubscription> {
  if (discounts === undefined || discounts === null) return {};
  if (discounts !== "" && discounts.length === 0) return {};
  const amount = subscription.items.data.reduce(
    (sum, item) => sum + fullAmount(item.price, quantityOf(item)),
    0,
  );
  const next = discountsFromParams(engine, discounts, {
    customer: idOf(subscription.customer),
    subscription: subscription.id,
    total: { amount, currency: subscription.currency },
  });
  tellDroppedDiscounts(engine, idsOf(subscription.discounts), next);
  return { discounts: next };
}

function pauseChanges({ pause_collection: pause }: UpdateParams): Partial<WireSubscription> {
  if (pause === undefined) return {};
  const wanted = unset(pause);
  if (!wanted) return { pause_collection: null };
  return { pause_collection: { behavior: wanted.behavior, resumes_at: wanted.resumes_at ?? null } };
}

function readBehavior({ payment_behavior: behavior }: UpdateParams): PaymentBehavior {
  if (behavior === "pending_if_incomplete") throw notImplemented("payment_behavior pending_if_incomplete");
  return (behavior ?? "allow_incomplete") as PaymentBehavior;
}

/** https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
function checkIncomplete({ status }: WireSubscription, params: UpdateParams): void {
  const billing = ["items", "billing_cycle_anchor", "trial_end", "pause_collection"] as const;
  if (status !== "incomplete" || billing.every((name) => params[name] === undefined)) return;
  throw invalidRequest(
    "You cannot update a subscription in `incomplete` status in a way that changes what it bills. Pay its first invoice before.",
  );
}

/** A schedule alone decides when its subscription ends. */
function checkManaged({ schedule }: WireSubscription, ends: boolean): void {
  if (!schedule || !ends) return;
  throw invalidRequest(
    `The subscription is managed by the subscription schedule \`${idOf(schedule) ?? ""}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
  );
}
