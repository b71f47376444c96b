import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { readCurrency } from "../currency";
import { type Engine } from "../engine";
import { randomText } from "../ids";
import { mergeMetadata } from "../metadata";

export const COUPON_ENDS = "coupon_ends";

/** https://docs.stripe.com/api/coupons/create */
export function createCoupon(engine: Engine, params: Stripe.CouponCreateParams): Stripe.Coupon {
  checkValue(params);
  const duration = params.duration ?? "once";
  checkMonths(duration, params.duration_in_months);
  const id = params.id ?? randomText(8);
  if (engine.store.objects.findEvenDeleted(id)) {
    throw invalidRequest("Coupon already exists.", { code: "resource_already_exists", param: "id" });
  }
  if (params.redeem_by !== undefined && params.redeem_by <= engine.now) {
    throw invalidRequest("`redeem_by` must be in the future.", { param: "redeem_by" });
  }
  const products = params.applies_to?.products ?? [];
  for (const product of products) engine.require("product", product, "applies_to[products][0]");
  const coupon = engine.create("coupon", {
    id,
    amount_off: params.amount_off ?? null,
    ...(products.length > 0 ? { applies_to: { products } } : {}),
    currency: params.amount_off === undefined ? null : readCurrency(params.currency ?? ""),
    ...(params.currency_options ? { currency_options: params.currency_options } : {}),
    duration,
    duration_in_months: params.duration_in_months ?? null,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    valid: true,
  });
  if (coupon.redeem_by !== null) engine.schedule(COUPON_ENDS, id, coupon.redeem_by);
  engine.emit("coupon.created", coupon);
  return coupon;
}

/** Nobody can redeem it any more; discounts that came of it stay. https://docs.stripe.com/api/coupons/delete */
export function deleteCoupon(engine: Engine, coupon: Stripe.Coupon): Stripe.DeletedCoupon {
  const tombstone: Stripe.DeletedCoupon = { id: coupon.id, object: "coupon", deleted: true };
  engine.store.objects.bury(coupon.id, tombstone);
  engine.emit("coupon.deleted", coupon);
  return tombstone;
}

export function endCouponWhenDue(engine: Engine, id: string): void {
  const coupon = engine.store.objects.find("coupon", id);
  if (coupon) engine.update(coupon, { valid: false });
}

function checkValue(params: Stripe.CouponCreateParams): void {
  const { amount_off: amount, percent_off: percent } = params;
  if (amount === undefined && percent === undefined) {
    throw invalidRequest("Must provide percent_off or amount_off.", { code: "parameter_missing" });
  }
  if (amount !== undefined && percent !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: amount_off, percent_off.", {
      code: "parameters_exclusive",
    });
  }
  if (percent !== undefined && (percent <= 0 || percent > 100)) {
    throw invalidRequest("Invalid percent_off: must be greater than 0 and at most 100.", {
      param: "percent_off",
    });
  }
  if (amount !== undefined && amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount_off",
    });
  }
  if (amount !== undefined && params.currency === undefined) {
    throw invalidRequest("You must pass currency when passing amount_off.", {
      code: "parameter_missing",
      param: "currency",
    });
  }
}

function checkMonths(duration: string, months: number | undefined): void {
  if (duration === "repeating" && (months === undefined || months < 1)) {
    throw invalidRequest("You must pass duration_in_months when passing duration=repeating.", {
      code: "parameter_missing",
      param: "duration_in_months",
    });
  }
  if (duration !== "repeating" && months !== undefined) {
    throw invalidRequest("You may only pass duration_in_months when passing duration=repeating.", {
      param: "duration_in_months",
    });
  }
}
