import { type Engine } from "../engine/engine";
import { removeDiscount } from "../engine/discounts/end-discount";
import { idOf } from "../engine/field-values";
import { StripeError } from "../server/stripe-error";
import { type Behaviour, route } from "./route";

/** https://docs.stripe.com/api/discounts */
export const discountRoutes: Behaviour[] = [
  route("DELETE /v1/customers/{id}/discount", [], ({ engine, id }) => {
    const { discount } = engine.require("customer", id);
    return remove(engine, discount?.id, `customer: ${id}`);
  }),
  route("DELETE /v1/subscriptions/{id}/discount", [], ({ engine, id }) => {
    const { discounts } = engine.require("subscription", id);
    return remove(engine, idOf(discounts[0]), `subscription: ${id}`);
  }),
];

function remove(engine: Engine, id: string | null | undefined, owner: string): object {
  if (id) return removeDiscount(engine, engine.require("discount", id));
  throw new StripeError(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No active discount for ${owner}`,
  });
}
