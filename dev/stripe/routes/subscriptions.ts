import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { updateSubscription, type UpdateParams } from "../engine/subscriptions/change-subscription";
import { type CreateParams } from "../engine/subscriptions/create-params";
import { createSubscription } from "../engine/subscriptions/create-subscription";
import { cancelNow } from "../engine/subscriptions/end-subscription";
import { resumeSubscription } from "../engine/subscriptions/resume-subscription";
import { FIELD_PARAMS } from "../engine/subscriptions/subscription-fields";
import { requireAlive } from "../engine/subscriptions/subscription-status";
import { type WireSubscription } from "../store/object-types";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

const subscriptions = "/v1/subscriptions";

const SHARED = [
  ...FIELD_PARAMS,
  "cancel_at",
  "cancel_at_period_end",
  "discounts",
  "items.metadata",
  "items.price",
  "items.price_data",
  "items.quantity",
  "off_session",
  "payment_behavior",
  "proration_behavior",
  "trial_end",
];

const CREATE = [
  ...SHARED,
  "billing_cycle_anchor",
  "billing_cycle_anchor_config",
  "billing_mode.flexible.proration_discounts",
  "billing_mode.type",
  "currency",
  "customer",
  "trial_period_days",
];

const UPDATE = [
  ...SHARED,
  "billing_cycle_anchor.type",
  "cancellation_details.comment",
  "cancellation_details.feedback",
  "items.deleted",
  "items.id",
  "pause_collection",
  "proration_date",
];

/** Every status but the one that a list leaves out unless it is asked for. */
const NOT_CANCELED = [
  "active",
  "incomplete",
  "incomplete_expired",
  "past_due",
  "paused",
  "trialing",
  "unpaid",
];
const ENDED = ["canceled", "incomplete_expired"];

export const subscriptionRoutes: Behaviour[] = [
  route<CreateParams>(`POST ${subscriptions}`, CREATE, ({ engine, params }) =>
    createSubscription(engine, params),
  ),
  route(`GET ${subscriptions}/{id}`, [], ({ engine, id }) => engine.require("subscription", id)),
  route<UpdateParams>(`POST ${subscriptions}/{id}`, UPDATE, ({ engine, params, id }) =>
    updateSubscription(engine, engine.require("subscription", id), params),
  ),
  route<Stripe.SubscriptionCancelParams>(
    `DELETE ${subscriptions}/{id}`,
    ["cancellation_details.comment", "cancellation_details.feedback", "invoice_now", "prorate"],
    ({ engine, params, id }) => cancel(engine, requireAlive(engine, id), params),
  ),
  route<Stripe.SubscriptionResumeParams>(
    `POST ${subscriptions}/{id}/resume`,
    ["billing_cycle_anchor.type", "payment_behavior", "proration_behavior", "proration_date"],
    ({ engine, params, id }) => resumeSubscription(engine, requireAlive(engine, id), params),
  ),
  route<Stripe.SubscriptionListParams & PagingParams>(
    `GET ${subscriptions}`,
    [...PAGING, "collection_method", "created", "customer", "status", "test_clock"],
    (call) => {
      const { collection_method, created, customer, status, test_clock } = call.params;
      const where = { collection_method, customer, test_clock, status: statusesOf(status) };
      return listPage(call, "subscription", { where, ...(created === undefined ? {} : { created }) });
    },
  ),
  searchRoute(`GET ${subscriptions}/search`, "subscription"),
];

/** https://docs.stripe.com/api/subscriptions/list#list_subscriptions-status */
function statusesOf(status: Stripe.SubscriptionListParams.Status | undefined): string | string[] | undefined {
  if (status === undefined) return NOT_CANCELED;
  if (status === "all") return undefined;
  return status === "ended" ? ENDED : status;
}

function cancel(
  engine: Engine,
  subscription: WireSubscription,
  params: Stripe.SubscriptionCancelParams,
): WireSubscription {
  return cancelNow(engine, subscription, {
    reason: "cancellation_requested",
    details: params.cancellation_details,
    invoiceNow: params.invoice_now ?? false,
    prorate: params.prorate ?? false,
  });
}
