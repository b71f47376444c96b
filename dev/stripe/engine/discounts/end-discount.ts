import type Stripe from "stripe";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type HiddenDiscount } from "./reductions";

/** Takes a discount off its customer and its subscription, for good. Emits `customer.discount.deleted`. */
export function removeDiscount(engine: Engine, discount: Stripe.Discount): Stripe.DeletedDiscount {
  detach(engine, discount);
  const { end: _end, deleted: _deleted, ...rest } = discount;
  const tombstone: Stripe.DeletedDiscount = { ...rest, deleted: true };
  engine.store.objects.bury(discount.id, tombstone);
  engine.emit("customer.discount.deleted", discount);
  return tombstone;
}

/** Tells of the discounts that a change took off their owner. */
export function tellDroppedDiscounts(engine: Engine, before: string[], after: string[]): void {
  for (const id of before.filter((discount) => !after.includes(discount))) {
    const discount = engine.store.objects.find("discount", id);
    if (discount) engine.emit("customer.discount.deleted", discount);
  }
}

/** The months of a repeating coupon are over. */
export function endDiscountWhenDue(engine: Engine, id: string): void {
  const discount = engine.store.objects.find("discount", id);
  if (discount) expire(engine, discount);
}

/** A coupon that applies once is gone from its owner with the first invoice that it took something off. */
export function spendDiscounts(
  engine: Engine,
  taken: { discount: string | { id: string }; amount: number }[],
): void {
  for (const { discount: reference, amount } of taken) {
    const id = idOf(reference) ?? "";
    const discount = engine.store.objects.find("discount", id);
    const { coupon } = engine.store.objects.hidden<HiddenDiscount>(id);
    if (amount > 0 && discount && coupon?.duration === "once") expire(engine, discount);
  }
}

/** Leaves its owner; invoices that have it keep it. */
function expire(engine: Engine, discount: Stripe.Discount): void {
  if (detach(engine, discount)) engine.emit("customer.discount.deleted", discount);
}

function detach(engine: Engine, discount: Stripe.Discount): boolean {
  const customer = engine.store.objects.find("customer", idOf(discount.customer) ?? "");
  const subscription = engine.store.objects.find("subscription", idOf(discount.subscription) ?? "");
  const item = engine.store.objects.find("subscription_item", discount.subscription_item ?? "");
  let found = false;
  if (customer?.discount?.id === discount.id) {
    engine.update(customer, { discount: null }, "customer.updated");
    found = true;
  }
  for (const owner of [subscription, item]) {
    const rest = owner?.discounts.filter((other) => idOf(other) !== discount.id);
    if (!owner || !rest || rest.length === owner.discounts.length) continue;
    engine.update(owner, { discounts: rest });
    found = true;
  }
  return found;
}
