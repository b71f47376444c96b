import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireLineItem } from "../../store/object-types";
import { type SessionParams } from "../session-terms";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { applyDiscounts } from "./apply-discounts";
import { couponIdOf, type DiscountParam, redeem } from "./discounts";
import { checkPromotionCode, usableCoupon } from "./redeem";
import { reductionOf } from "./reductions";

type SessionDiscount = Stripe.Checkout.Session.Discount;
type Item = Partial<WireLineItem> & Pick<WireLineItem, "amount_subtotal" | "amount_total" | "currency">;

/** The coupons and codes a session begins with; they are redeemed when it completes. https://docs.stripe.com/payments/checkout/discounts */
export function sessionDiscounts(
  engine: Engine,
  params: Pick<SessionParams, "allow_promotion_codes" | "customer" | "discounts">,
  items: Item[],
): SessionDiscount[] {
  const { allow_promotion_codes: allowsCodes, customer, discounts = [] } = params;
  if (allowsCodes && params.discounts) {
    throw invalidRequest("You may only specify one of these parameters: allow_promotion_codes, discounts.", {
      code: "parameters_exclusive",
    });
  }
  if (discounts.length > 1) {
    throw invalidRequest("You may only apply one discount to a Checkout Session.", { param: "discounts" });
  }
  return discounts.map(({ coupon, promotion_code: code }) => {
    if (coupon) {
      return { coupon: usableCoupon(engine, coupon, "discounts[0][coupon]").id, promotion_code: null };
    }
    const param = "discounts[0][promotion_code]";
    const promotion = engine.require("promotion_code", code ?? "", param);
    return discountOfCode(engine, promotion, { customer: customer ?? null, items, param });
  });
}

/** Refuses a code that may not be used for this order. */
export function discountOfCode(
  engine: Engine,
  promotion: Stripe.PromotionCode,
  { customer, items, param }: { customer: string | null; items: Item[]; param: string },
): SessionDiscount {
  const amount = items.reduce((sum, { amount_subtotal: subtotal }) => sum + subtotal, 0);
  const total = { amount, currency: items[0]?.currency ?? "usd" };
  checkPromotionCode(engine, promotion, { customer, param, total });
  const coupon = usableCoupon(engine, couponIdOf(promotion), param);
  return { coupon: coupon.id, promotion_code: promotion.id };
}

/** The items at what they cost with these discounts, or without any. */
export function discountItems<T extends Item>(engine: Engine, items: T[], discounts: SessionDiscount[]): T[] {
  const currency = items[0]?.currency ?? "usd";
  const reductions = discounts.flatMap(({ coupon }, place) =>
    reductionOf(String(place), engine.require("coupon", idOf(coupon) ?? ""), currency),
  );
  const lines = items.map(({ amount_subtotal: amount, price }) => ({
    amount,
    discountable: true,
    product: idOf(price?.product),
    own: [],
  }));
  const taken = applyDiscounts(lines, reductions);
  return items.map((item, place) => {
    const discount = (taken[place] ?? []).reduce((sum, { amount }) => sum + amount, 0);
    return { ...item, amount_discount: discount, amount_total: item.amount_subtotal - discount };
  });
}

/** What a session comes to. */
export function sessionAmounts(
  items: Item[],
): Pick<Stripe.Checkout.Session, "amount_subtotal" | "amount_total" | "total_details"> {
  const subtotal = items.reduce((sum, item) => sum + item.amount_subtotal, 0);
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  return {
    amount_subtotal: subtotal,
    amount_total: total,
    total_details: { amount_discount: subtotal - total, amount_shipping: 0, amount_tax: 0 },
  };
}

/** As other parts of the API take them. */
export function discountParamsOf({ discounts }: Stripe.Checkout.Session): DiscountParam[] {
  return (discounts ?? []).map(({ coupon, promotion_code: code }) =>
    code ? { promotion_code: idOf(code) ?? "" } : { coupon: idOf(coupon) ?? "" },
  );
}

/** Counts what a completed payment session used. A coupon that ended meanwhile is honoured: the page promised it. */
export function redeemSessionDiscounts(
  engine: Engine,
  session: Stripe.Checkout.Session,
  customer: string | null,
): void {
  for (const { coupon: couponId, promotion_code: code } of session.discounts ?? []) {
    const coupon = engine.store.objects.find("coupon", idOf(couponId) ?? "");
    const promotion = engine.store.objects.find("promotion_code", idOf(code) ?? "");
    if (coupon) redeem(engine, { coupon, promotion }, { customer, checkoutSession: session.id });
  }
}
