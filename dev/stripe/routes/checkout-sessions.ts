import type Stripe from "stripe";
import { createSession } from "../engine/create-session";
import { type SessionParams } from "../engine/session-terms";
import { expireSession } from "../engine/expire-session";
import { mergeMetadata } from "../engine/metadata";
import { listPage, listRoute, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const LINE_ITEM = [
  "metadata",
  "price",
  "price_data.currency",
  "price_data.product",
  "price_data.product_data",
  "price_data.recurring",
  "price_data.tax_behavior",
  "price_data.unit_amount",
  "price_data.unit_amount_decimal",
  "quantity",
].map((field) => `line_items.${field}`);

const PAYMENT_INTENT = [
  "capture_method",
  "description",
  "metadata",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "statement_descriptor",
  "statement_descriptor_suffix",
].map((field) => `payment_intent_data.${field}`);

const SUBSCRIPTION = [
  "billing_cycle_anchor",
  "description",
  "metadata",
  "proration_behavior",
  "trial_end",
  "trial_period_days",
  "trial_settings.end_behavior.missing_payment_method",
].map((field) => `subscription_data.${field}`);

export const checkoutSessionRoutes: Behaviour[] = [
  route<SessionParams>(
    "POST /v1/checkout/sessions",
    [
      "allow_promotion_codes",
      "cancel_url",
      "client_reference_id",
      "currency",
      "customer",
      "customer_creation",
      "customer_email",
      "customer_update.name",
      "discounts.coupon",
      "discounts.promotion_code",
      "expires_at",
      ...LINE_ITEM,
      "locale",
      "metadata",
      "mode",
      ...PAYMENT_INTENT,
      "payment_method_collection",
      "payment_method_data.allow_redisplay",
      "setup_intent_data.description",
      "setup_intent_data.metadata",
      ...SUBSCRIPTION,
      "submit_type",
      "success_url",
      "ui_mode",
    ],
    ({ engine, params }) => createSession(engine, params),
  ),
  route("GET /v1/checkout/sessions/{id}", [], ({ engine, id }) => engine.require("checkout.session", id)),
  route<Stripe.Checkout.SessionUpdateParams>(
    "POST /v1/checkout/sessions/{id}",
    ["metadata"],
    ({ engine, params, id }) => {
      const session = engine.require("checkout.session", id);
      return engine.update(session, { metadata: mergeMetadata(session.metadata ?? {}, params.metadata) });
    },
  ),
  listRoute("GET /v1/checkout/sessions", "checkout.session", [
    "customer",
    "payment_intent",
    "status",
    "subscription",
  ]),
  route("POST /v1/checkout/sessions/{id}/expire", [], ({ engine, id }) =>
    expireSession(engine, engine.require("checkout.session", id)),
  ),
  route<PagingParams>("GET /v1/checkout/sessions/{id}/line_items", PAGING, (call) =>
    listPage(call, "item", {
      parent: call.engine.require("checkout.session", call.id).id,
      oldestFirst: true,
    }),
  ),
];
