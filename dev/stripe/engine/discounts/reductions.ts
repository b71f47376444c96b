import type Stripe from "stripe";
import { type Engine } from "../engine";
import { type Reduction } from "./apply-discounts";

/** A deleted coupon stays in force where it was redeemed before, so each discount keeps its own copy. */
export interface HiddenDiscount {
  coupon: Stripe.Coupon;
}

/** What these discounts take off in a currency, as far as they are in force at an instant. */
export function reductionsOf(
  engine: Engine,
  discounts: string[],
  { currency, at }: { currency: string; at: number },
): Reduction[] {
  return discounts.flatMap((id) => {
    const discount = engine.store.objects.find("discount", id);
    const { coupon } = engine.store.objects.hidden<HiddenDiscount>(id);
    const isOver = !discount || (discount.end !== null && discount.end <= at);
    return coupon && !isOver ? reductionOf(id, coupon, currency) : [];
  });
}

export function reductionOf(discount: string, coupon: Stripe.Coupon, currency: string): Reduction[] {
  const amountOff =
    coupon.currency === currency
      ? coupon.amount_off
      : (coupon.currency_options?.[currency]?.amount_off ?? null);
  if (coupon.percent_off === null && amountOff === null) return [];
  return [
    { discount, percentOff: coupon.percent_off, amountOff, products: coupon.applies_to?.products ?? null },
  ];
}
