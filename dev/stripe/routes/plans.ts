import type Stripe from "stripe";
import { createPlan, deletePlan, requirePlan, updatePlan } from "../engine/plans";
import { planOfPrice } from "../engine/subscriptions/plan-of-price";
import { type Behaviour, route } from "./route";

export const planRoutes: Behaviour[] = [
  route<Stripe.PlanCreateParams>(
    "POST /v1/plans",
    [
      "active",
      "amount",
      "currency",
      "interval",
      "interval_count",
      "metadata",
      "nickname",
      "product",
      "product.name",
    ],
    ({ engine, params }) => createPlan(engine, params),
  ),
  route("GET /v1/plans/{id}", [], ({ engine, id }) => planOfPrice(requirePlan(engine, id))),
  route<Stripe.PlanUpdateParams>(
    "POST /v1/plans/{id}",
    ["active", "metadata", "nickname"],
    ({ engine, params, id }) => updatePlan(engine, requirePlan(engine, id), params),
  ),
  route("DELETE /v1/plans/{id}", [], ({ engine, id }) => deletePlan(engine, requirePlan(engine, id))),
];
