import type Stripe from "stripe";
import { invalidRequest, StripeError } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { addIntervals } from "../intervals";
import { type HiddenDiscount } from "./reductions";
import { checkPromotionCode, countRedemption, usableCoupon } from "./redeem";

export const DISCOUNT_ENDS = "discount_ends";

/** As every `discounts` parameter has it. */
export interface DiscountParam {
  coupon?: string;
  discount?: string;
  promotion_code?: string;
}

/** Whom the discount is for. Only one of the ids below `customer` is given. */
export interface DiscountOwner {
  customer: string | null;
  subscription?: string;
  subscriptionItem?: string;
  invoice?: string;
  invoiceItem?: string;
  checkoutSession?: string;
  /** Of the order, for codes that ask for a minimum. */
  total?: { amount: number; currency: string };
  /** The time from which a repeating coupon counts; now unless said otherwise. */
  start?: number;
}

/**
 * The ids of the discounts that a `discounts` parameter asks for: coupons and codes are redeemed, existing ones
 * are kept. Refuses what cannot be redeemed. https://docs.stripe.com/billing/subscriptions/coupons
 */
export function discountsFromParams(
  engine: Engine,
  params: DiscountParam[] | "" | null | undefined,
  owner: DiscountOwner,
): string[] {
  return (params || []).map((param, place) =>
    discountFromParam(engine, param, { owner, at: `discounts[${place}]` }),
  );
}

/** Whether `discountsFromParams` would take it now. Redeems nothing. */
export function isRedeemable(engine: Engine, param: DiscountParam, owner: DiscountOwner): boolean {
  try {
    readParam(engine, param, { owner, at: "discounts[0]" });
    return true;
  } catch (error) {
    if (error instanceof StripeError) return false;
    throw error;
  }
}

function discountFromParam(
  engine: Engine,
  param: DiscountParam,
  place: { owner: DiscountOwner; at: string },
): string {
  const read = readParam(engine, param, place);
  return "kept" in read ? read.kept : redeem(engine, read, place.owner).id;
}

function readParam(
  engine: Engine,
  param: DiscountParam,
  { owner, at }: { owner: DiscountOwner; at: string },
): { kept: string } | { coupon: Stripe.Coupon; promotion: Stripe.PromotionCode | null } {
  const given = [param.coupon, param.discount, param.promotion_code].filter(Boolean).length;
  if (given !== 1) {
    throw invalidRequest(
      `You must specify exactly one of these parameters: ${at}[coupon], ${at}[discount], ${at}[promotion_code].`,
      { param: at },
    );
  }
  if (param.discount) return { kept: engine.require("discount", param.discount, `${at}[discount]`).id };
  if (param.coupon) {
    return { coupon: usableCoupon(engine, param.coupon, `${at}[coupon]`), promotion: null };
  }
  const where = `${at}[promotion_code]`;
  const promotion = engine.require("promotion_code", param.promotion_code ?? "", where);
  checkPromotionCode(engine, promotion, {
    customer: owner.customer,
    param: where,
    total: owner.total ?? null,
  });
  return { coupon: usableCoupon(engine, couponIdOf(promotion), where), promotion };
}

/** Makes a discount of a coupon that was checked. Emits `customer.discount.created` where it lasts beyond one bill. */
export function redeem(
  engine: Engine,
  { coupon, promotion }: { coupon: Stripe.Coupon; promotion: Stripe.PromotionCode | null },
  owner: DiscountOwner,
): Stripe.Discount {
  countRedemption(engine, coupon, promotion);
  const start = owner.start ?? engine.now;
  const months = coupon.duration === "repeating" ? coupon.duration_in_months : null;
  const end = months === null ? null : addIntervals(start, { interval: "month", interval_count: 1 }, months);
  const hidden: HiddenDiscount = { coupon };
  const discount = engine.create(
    "discount",
    {
      checkout_session: owner.checkoutSession ?? null,
      customer: owner.customer,
      end,
      invoice: owner.invoice ?? null,
      invoice_item: owner.invoiceItem ?? null,
      promotion_code: promotion?.id ?? null,
      source: { coupon: coupon.id, type: "coupon" },
      start,
      subscription: owner.subscription ?? null,
      subscription_item: owner.subscriptionItem ?? null,
    },
    hidden,
  );
  const lasts = !owner.invoice && !owner.invoiceItem && !owner.checkoutSession;
  if (lasts) engine.emit("customer.discount.created", discount);
  if (lasts && end !== null) engine.schedule(DISCOUNT_ENDS, discount.id, end);
  return discount;
}

export function couponIdOf({ promotion }: Stripe.PromotionCode): string {
  const { coupon } = promotion;
  return typeof coupon === "string" ? coupon : (coupon?.id ?? "");
}
