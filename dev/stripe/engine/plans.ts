import type Stripe from "stripe";
import { invalidRequest, resourceMissing } from "../server/stripe-error";
import { type WirePrice } from "../store/object-types";
import { type Engine } from "./engine";
import { unset } from "./field-values";
import { mergeMetadata } from "./metadata";
import { createPrice } from "./prices";
import { planOfPrice } from "./subscriptions/plan-of-price";

/** The older face of recurring prices: each is both, under one id. https://docs.stripe.com/api/plans */
export function createPlan(engine: Engine, params: Stripe.PlanCreateParams): object {
  if (params.amount === undefined) {
    throw invalidRequest("Missing required param: amount.", { code: "parameter_missing", param: "amount" });
  }
  const { product } = params;
  const price = createPrice(engine, {
    active: params.active ?? true,
    currency: params.currency,
    metadata: params.metadata ? mergeMetadata({}, params.metadata) : {},
    recurring: { interval: params.interval, interval_count: params.interval_count ?? 1 },
    unit_amount: params.amount,
    ...(params.nickname ? { nickname: params.nickname } : {}),
    ...(typeof product === "object" ? { product_data: { name: product.name } } : {}),
    ...(typeof product === "string" ? { product } : {}),
  });
  const plan = planOfPrice(price);
  engine.emit("plan.created", plan);
  return plan;
}

export function requirePlan(engine: Engine, id: string): WirePrice {
  const price = engine.store.objects.find("price", id);
  if (!price?.recurring) throw resourceMissing("plan", id);
  return price;
}

export function updatePlan(engine: Engine, price: WirePrice, params: Stripe.PlanUpdateParams): object {
  const changes: Partial<WirePrice> = { metadata: mergeMetadata(price.metadata, params.metadata) };
  if (params.active !== undefined) changes.active = params.active;
  if (params.nickname !== undefined) changes.nickname = unset(params.nickname);
  const updated = engine.update(price, changes, "price.updated");
  const plan = planOfPrice(updated);
  if (updated !== price) engine.emit("plan.updated", plan, { metadata: price.metadata });
  return plan;
}

/** New subscriptions cannot use it any more; those that have it keep it. */
export function deletePlan(engine: Engine, price: WirePrice): object {
  const tombstone = { id: price.id, object: "plan", deleted: true };
  engine.store.objects.bury(price.id, { id: price.id, object: "price", deleted: true });
  engine.emit("plan.deleted", planOfPrice(price));
  engine.emit("price.deleted", price);
  return tombstone;
}
