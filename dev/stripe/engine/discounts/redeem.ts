import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

/** For whom, and on what, a promotion code is to be used. */
export interface Redemption {
  customer: string | null;
  /** Of the order; null where it is not known, as on a customer. */
  total: { amount: number; currency: string } | null;
  /** The parameter that named the code. */
  param: string;
}

/** A coupon that may be redeemed now. https://docs.stripe.com/billing/subscriptions/coupons */
export function usableCoupon(engine: Engine, id: string, param: string): Stripe.Coupon {
  const coupon = engine.require("coupon", id, param);
  const isLate = coupon.redeem_by !== null && coupon.redeem_by <= engine.now;
  if (isLate || !coupon.valid) {
    throw invalidRequest(
      isLate ? `Coupon expired: ${id}` : `Coupon ${id} is used up and cannot be applied.`,
      { code: "coupon_expired", param },
    );
  }
  return coupon;
}

/** A code that may be redeemed now, by this customer for this order. https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes */
export function checkPromotionCode(
  engine: Engine,
  promotion: Stripe.PromotionCode,
  redemption: Redemption,
): void {
  const reason = whyNot(engine, promotion, redemption);
  if (reason) throw invalidRequest(reason, { param: redemption.param });
}

function whyNot(
  engine: Engine,
  promotion: Stripe.PromotionCode,
  { customer, total }: Redemption,
): string | null {
  const owner = idOf(promotion.customer);
  const {
    first_time_transaction: firstTime,
    minimum_amount: minimum,
    minimum_amount_currency: currency,
  } = promotion.restrictions;
  if (promotion.expires_at !== null && promotion.expires_at <= engine.now) {
    return "This promotion code has expired.";
  }
  if (!promotion.active) return "This promotion code is not active.";
  if (owner !== null && owner !== customer) {
    return "This promotion code is restricted to another customer.";
  }
  if (firstTime && customer !== null && hasPaidBefore(engine, customer)) {
    return "This promotion code cannot be redeemed because the associated customer has prior transactions.";
  }
  if (minimum !== null && total && (total.currency !== currency || total.amount < minimum)) {
    return "This promotion code cannot be redeemed because the order does not reach its minimum amount.";
  }
  return null;
}

/** Counts a redemption, and closes what is used up. */
export function countRedemption(
  engine: Engine,
  coupon: Stripe.Coupon,
  promotion: Stripe.PromotionCode | null,
): void {
  const times = coupon.times_redeemed + 1;
  const valid = coupon.valid && (coupon.max_redemptions === null || times < coupon.max_redemptions);
  engine.update(coupon, { times_redeemed: times, valid });
  if (!promotion) return;
  const used = promotion.times_redeemed + 1;
  const active = promotion.active && (promotion.max_redemptions === null || used < promotion.max_redemptions);
  engine.update(promotion, { active, times_redeemed: used }, "promotion_code.updated");
}

function hasPaidBefore(engine: Engine, customer: string): boolean {
  const { data } = engine.store.objects.list("charge", { where: { customer }, limit: 100 });
  const { data: invoices } = engine.store.objects.list("invoice", {
    where: { customer, status: "paid" },
    limit: 1,
  });
  return invoices.length > 0 || data.some(({ status }) => status === "succeeded");
}
