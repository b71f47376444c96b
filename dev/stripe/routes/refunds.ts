import type Stripe from "stripe";
import { cancelRefund, changeRefundMetadata, createRefund } from "../engine/refunds";
import { listRoute } from "./list-route";
import { type Behaviour, route } from "./route";

export const refundRoutes: Behaviour[] = [
  route<Stripe.RefundCreateParams>(
    "POST /v1/refunds",
    ["amount", "charge", "metadata", "payment_intent", "reason"],
    ({ engine, params }) => createRefund(engine, params),
  ),
  route("GET /v1/refunds/{id}", [], ({ engine, id }) => engine.require("refund", id)),
  route<Stripe.RefundUpdateParams>("POST /v1/refunds/{id}", ["metadata"], ({ engine, params, id }) =>
    changeRefundMetadata(engine, engine.require("refund", id), params.metadata),
  ),
  route("POST /v1/refunds/{id}/cancel", [], ({ engine, id }) => cancelRefund(engine.require("refund", id))),
  listRoute("GET /v1/refunds", "refund", ["charge", "payment_intent"]),
];
