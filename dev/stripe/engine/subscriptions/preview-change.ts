import type Stripe from "stripe";
import { invalidRequest, notImplemented, StripeError } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type InvoiceDraft, type LineDraft } from "../invoices/invoice-draft";
import { periodFrom } from "./billing-cycle";
import {
  type CancellationParams,
  plannedCancelAt,
  readCancellation,
  withCancellation,
} from "./cancellation-params";
import { changeRequest, invoicePeriod } from "./change-subscription";
import { draftSubscription } from "./create-subscription";
import { currentPeriod } from "./item-periods";
import { pendingOf } from "./pending-of-subscription";
import { periodLines } from "./period-lines";
import { planChange } from "./plan-change";
import { planRenewal } from "./plan-renewal";
import { creditLines } from "./proration-lines";
import { discountsOf } from "./subscription-discounts";
import { draftInvoice } from "./subscription-invoice";
import { type ItemParams } from "./subscription-items";
import { isRunning, requireAlive } from "./subscription-status";

type Params = Pick<
  Stripe.InvoiceCreatePreviewParams,
  "currency" | "customer" | "schedule" | "subscription" | "subscription_details"
>;
type Details = Omit<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails, "items" | "cancel_at"> &
  CancellationParams & { items?: ItemParams[] };

/** What a preview of a subscription acts upon. */
export const PREVIEW_PARAMS = [
  "schedule",
  "subscription",
  ...[
    "billing_cycle_anchor.timestamp",
    "billing_cycle_anchor.type",
    "cancel_at",
    "cancel_at_period_end",
    "cancel_now",
    "items.deleted",
    "items.id",
    "items.metadata",
    "items.price",
    "items.price_data",
    "items.quantity",
    "proration_behavior",
    "proration_date",
    "trial_end",
  ].map((param) => `subscription_details.${param}`),
];

/**
 * The next invoice of a subscription: as it is, after a change, or of one that does not exist yet. It is made of
 * the plans that updates and renewals carry out. https://docs.stripe.com/api/invoices/create_preview
 */
export function previewChange(engine: Engine, params: Params): InvoiceDraft {
  const details = (params.subscription_details ?? {}) as Details;
  const id = params.subscription ?? subscriptionOfSchedule(engine, params.schedule);
  if (id === null) return previewCreation(engine, params, details);
  const subscription = requireAlive(engine, id);
  if (details.cancel_now) return previewEnd(engine, subscription, details);
  const change = planDetails(engine, subscription, details);
  if (change.billsNow) {
    return draftInvoice(engine, change.next, {
      reason: "upcoming",
      lines: [...change.prorations, ...change.newPeriod],
      period: invoicePeriod(engine, change),
    });
  }
  return previewNext(engine, change.next, change.prorations);
}

function planDetails(engine: Engine, before: WireSubscription, details: Details) {
  const cancellation = readCancellation(engine, details, before);
  const { billing_cycle_anchor: anchor, items, proration_behavior, proration_date, trial_end } = details;
  if (anchor?.type === "timestamp") {
    throw invalidRequest(
      "The billing cycle anchor of an existing subscription is either `now` or `unchanged`.",
      {
        param: "subscription_details[billing_cycle_anchor]",
      },
    );
  }
  const change = planChange(engine, before, {
    ...changeRequest(engine, {
      ...(items ? { items } : {}),
      ...(anchor ? { billing_cycle_anchor: { type: anchor.type } } : {}),
      ...(proration_behavior ? { proration_behavior } : {}),
      ...(proration_date === undefined ? {} : { proration_date }),
      ...(trial_end === undefined ? {} : { trial_end }),
    }),
    cancelAt: plannedCancelAt(before, cancellation),
  });
  return { ...change, next: withCancellation(engine, { before, next: change.next }, cancellation) };
}

/** The renewal, and before it what a change adds to it; the last invoice of one that ends has only that. */
function previewNext(engine: Engine, subscription: WireSubscription, prorations: LineDraft[]): InvoiceDraft {
  const { cancel_at: cancelAt } = subscription;
  const { start, end } = currentPeriod(subscription);
  const renews = isRunning(subscription) && (cancelAt === null || cancelAt > end);
  if (renews) {
    const { next, lines, ended } = planRenewal(engine, subscription);
    return draftInvoice(engine, next, {
      reason: "upcoming",
      lines: [...prorations, ...lines],
      period: ended,
    });
  }
  if (prorations.length === 0 && pendingOf(engine, subscription).length === 0)
    throw noneUpcoming(subscription);
  return draftInvoice(engine, subscription, {
    reason: "upcoming",
    lines: prorations,
    period: { start, end },
  });
}

function previewEnd(engine: Engine, subscription: WireSubscription, details: Details): InvoiceDraft {
  const customer = engine.require("customer", idOf(subscription.customer) ?? "");
  const { start, end } = currentPeriod(subscription);
  const unused = { start: details.proration_date ?? engine.now, end };
  const discounts = discountsOf(subscription, customer);
  const lines =
    details.proration_behavior === "none"
      ? []
      : subscription.items.data.flatMap((item) =>
          creditLines(engine, subscription, { item, unused, discounts }),
        );
  if (lines.length === 0 && pendingOf(engine, subscription).length === 0) throw noneUpcoming(subscription);
  return draftInvoice(engine, subscription, {
    reason: "upcoming",
    lines,
    period: { start, end: engine.now },
  });
}

function previewCreation(engine: Engine, { customer, currency }: Params, details: Details): InvoiceDraft {
  const { items, trial_end, billing_cycle_anchor: anchor } = details;
  const subscription = draftSubscription(engine, {
    ...(customer ? { customer } : {}),
    ...(currency ? { currency } : {}),
    ...(items ? { items } : {}),
    ...(trial_end === undefined ? {} : { trial_end }),
    ...(anchor?.timestamp === undefined ? {} : { billing_cycle_anchor: anchor.timestamp }),
  });
  const period = periodFrom(subscription, engine.now);
  const isFree = period.kind === "partial" && details.proration_behavior === "none";
  return draftInvoice(engine, subscription, {
    reason: "upcoming",
    lines: isFree ? [] : periodLines(engine, subscription, period),
    period: { start: engine.now, end: engine.now },
  });
}

function subscriptionOfSchedule(engine: Engine, id: string | undefined): string | null {
  if (id === undefined) return null;
  const schedule = engine.require("subscription_schedule", id, "schedule");
  const subscription = idOf(schedule.subscription);
  if (subscription === null) throw notImplemented("previews of schedules that have not started");
  return subscription;
}

function noneUpcoming({ customer }: WireSubscription): StripeError {
  return new StripeError(404, {
    type: "invalid_request_error",
    code: "invoice_upcoming_none",
    message: `No upcoming invoices for customer: ${idOf(customer) ?? ""}`,
  });
}
