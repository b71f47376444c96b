import type Stripe from "stripe";
import { acceptDispute, answerDispute } from "../engine/disputes/answer-dispute";
import { listRoute } from "./list-route";
import { type Behaviour, route } from "./route";

/** Evidence in words; files belong to a part of the API that is not here. */
const EVIDENCE = [
  "access_activity_log",
  "billing_address",
  "cancellation_policy_disclosure",
  "cancellation_rebuttal",
  "customer_email_address",
  "customer_name",
  "customer_purchase_ip",
  "duplicate_charge_explanation",
  "duplicate_charge_id",
  "product_description",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "service_date",
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_tracking_number",
  "uncategorized_text",
].map((field) => `evidence.${field}`);

export const disputeRoutes: Behaviour[] = [
  route("GET /v1/disputes/{id}", [], ({ engine, id }) => engine.require("dispute", id)),
  route<Stripe.DisputeUpdateParams>(
    "POST /v1/disputes/{id}",
    [...EVIDENCE, "metadata", "submit"],
    ({ engine, params, id }) => answerDispute(engine, engine.require("dispute", id), params),
  ),
  route("POST /v1/disputes/{id}/close", [], ({ engine, id }) =>
    acceptDispute(engine, engine.require("dispute", id)),
  ),
  listRoute("GET /v1/disputes", "dispute", ["charge", "payment_intent"]),
  route("GET /v1/radar/early_fraud_warnings/{id}", [], ({ engine, id }) =>
    engine.require("radar.early_fraud_warning", id),
  ),
  listRoute("GET /v1/radar/early_fraud_warnings", "radar.early_fraud_warning", ["charge", "payment_intent"]),
];
