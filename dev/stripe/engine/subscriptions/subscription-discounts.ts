import type Stripe from "stripe";
import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { applyDiscounts } from "../discounts/apply-discounts";
import { reductionsOf } from "../discounts/reductions";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { fullAmount } from "./period-lines";
import { quantityOf } from "./subscription-items";

/** Its own, or those of its customer when it has none. https://docs.stripe.com/billing/subscriptions/coupons */
export function discountsOf(
  subscription: Pick<WireSubscription, "discounts">,
  customer: Stripe.Customer,
): string[] {
  const own = subscription.discounts.map((discount) => idOf(discount) ?? "");
  if (own.length > 0) return own;
  const inherited = idOf(customer.discount);
  return inherited === null ? [] : [inherited];
}

/** What one interval of each item costs after the subscription's discounts, in the order of the items. */
export function discountedAmounts(
  engine: Engine,
  items: WireSubscriptionItem[],
  discounts: string[],
): number[] {
  const lines = items.map((item) => ({
    amount: fullAmount(item.price, quantityOf(item)),
    discountable: true,
    product: idOf(item.price.product),
    own: [],
  }));
  const when = { currency: items[0]?.price.currency ?? "", at: engine.now };
  const taken = applyDiscounts(lines, reductionsOf(engine, discounts, when));
  return lines.map(
    ({ amount }, place) => amount - (taken[place] ?? []).reduce((sum, part) => sum + part.amount, 0),
  );
}
