import type Stripe from "stripe";
import { createCoupon, deleteCoupon } from "../engine/discounts/coupons";
import { createPromotionCode, updatePromotionCode } from "../engine/discounts/promotion-codes";
import { mergeMetadata } from "../engine/metadata";
import { listPage, listRoute, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

export const couponRoutes: Behaviour[] = [
  route<Stripe.CouponCreateParams>(
    "POST /v1/coupons",
    [
      "amount_off",
      "applies_to",
      "currency",
      "currency_options",
      "duration",
      "duration_in_months",
      "id",
      "max_redemptions",
      "metadata",
      "name",
      "percent_off",
      "redeem_by",
    ],
    ({ engine, params }) => createCoupon(engine, params),
  ),
  route("GET /v1/coupons/{id}", [], ({ engine, id }) => engine.require("coupon", id)),
  route<Stripe.CouponUpdateParams>(
    "POST /v1/coupons/{id}",
    ["metadata", "name"],
    ({ engine, params, id }) => {
      const coupon = engine.require("coupon", id);
      const name = params.name ?? coupon.name;
      const metadata = mergeMetadata(coupon.metadata ?? {}, params.metadata);
      return engine.update(coupon, { metadata, name }, "coupon.updated");
    },
  ),
  route("DELETE /v1/coupons/{id}", [], ({ engine, id }) =>
    deleteCoupon(engine, engine.require("coupon", id)),
  ),
  listRoute("GET /v1/coupons", "coupon"),
  route<Stripe.PromotionCodeCreateParams>(
    "POST /v1/promotion_codes",
    [
      "active",
      "code",
      "customer",
      "expires_at",
      "max_redemptions",
      "metadata",
      "promotion",
      "restrictions.first_time_transaction",
      "restrictions.minimum_amount",
      "restrictions.minimum_amount_currency",
    ],
    ({ engine, params }) => createPromotionCode(engine, params),
  ),
  route("GET /v1/promotion_codes/{id}", [], ({ engine, id }) => engine.require("promotion_code", id)),
  route<Stripe.PromotionCodeUpdateParams>(
    "POST /v1/promotion_codes/{id}",
    ["active", "metadata"],
    ({ engine, params, id }) => updatePromotionCode(engine, engine.require("promotion_code", id), params),
  ),
  route<Omit<Stripe.PromotionCodeListParams, "limit"> & PagingParams>(
    "GET /v1/promotion_codes",
    [...PAGING, "active", "code", "coupon", "created", "customer"],
    (call) => {
      const { active, code, coupon, created, customer } = call.params;
      return listPage(call, "promotion_code", {
        where: { active, code, customer, "promotion.coupon": coupon },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
];
