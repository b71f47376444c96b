import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { randomText } from "../ids";
import { mergeMetadata } from "../metadata";

export const PROMOTION_CODE_ENDS = "promotion_code_ends";

/** https://docs.stripe.com/api/promotion_codes/create */
export function createPromotionCode(
  engine: Engine,
  params: Stripe.PromotionCodeCreateParams,
): Stripe.PromotionCode {
  const { coupon: couponId } = params.promotion;
  if (!couponId) {
    throw invalidRequest("Missing required param: promotion[coupon].", {
      code: "parameter_missing",
      param: "promotion[coupon]",
    });
  }
  const coupon = engine.require("coupon", couponId, "promotion[coupon]");
  const code = params.code ?? randomText(8).toUpperCase();
  const customer = params.customer ? engine.require("customer", params.customer, "customer").id : null;
  if (params.active !== false) refuseTaken(engine, code, customer);
  if (params.expires_at !== undefined && params.expires_at <= engine.now) {
    throw invalidRequest("`expires_at` must be in the future.", { param: "expires_at" });
  }
  const promotion = engine.create("promotion_code", {
    active: params.active ?? true,
    code,
    customer,
    expires_at: params.expires_at ?? coupon.redeem_by,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: restrictionsOf(params.restrictions ?? {}),
  });
  if (promotion.expires_at !== null) engine.schedule(PROMOTION_CODE_ENDS, promotion.id, promotion.expires_at);
  engine.emit("promotion_code.created", promotion);
  return promotion;
}

/** https://docs.stripe.com/api/promotion_codes/update */
export function updatePromotionCode(
  engine: Engine,
  promotion: Stripe.PromotionCode,
  params: Stripe.PromotionCodeUpdateParams,
): Stripe.PromotionCode {
  if (params.active === true && !promotion.active) {
    refuseTaken(engine, promotion.code, idOf(promotion.customer));
    if (isUsedUp(engine, promotion)) {
      throw invalidRequest("This promotion code cannot be activated: it has expired or was used up.", {
        param: "active",
      });
    }
  }
  const metadata = mergeMetadata(promotion.metadata ?? {}, params.metadata);
  const changes = { active: params.active ?? promotion.active, metadata };
  return engine.update(promotion, changes, "promotion_code.updated");
}

export function endPromotionCodeWhenDue(engine: Engine, id: string): void {
  const promotion = engine.store.objects.find("promotion_code", id);
  if (promotion) engine.update(promotion, { active: false }, "promotion_code.updated");
}

/** Codes are the same in capitals and not. */
export function findActiveCode(
  engine: Engine,
  typed: string,
  customer: string | null,
): Stripe.PromotionCode | null {
  const { data } = engine.store.objects.list("promotion_code", { where: { active: true }, limit: 10_000 });
  const wanted = typed.toUpperCase();
  const matching = data.filter(({ code }) => code.toUpperCase() === wanted);
  const own = matching.find((promotion) => customer !== null && idOf(promotion.customer) === customer);
  return own ?? matching.find((promotion) => promotion.customer === null) ?? null;
}

function isUsedUp(engine: Engine, promotion: Stripe.PromotionCode): boolean {
  const { expires_at: expiry, max_redemptions: max, times_redeemed: times } = promotion;
  return (expiry !== null && expiry <= engine.now) || (max !== null && times >= max);
}

/** Among active codes one is unique, for everybody or for the same customer. */
function refuseTaken(engine: Engine, code: string, customer: string | null): void {
  const taken = findActiveCode(engine, code, customer);
  if (taken === null) return;
  throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, {
    code: "resource_already_exists",
    param: "code",
  });
}

function restrictionsOf(
  params: Stripe.PromotionCodeCreateParams.Restrictions,
): Stripe.PromotionCode.Restrictions {
  if (params.minimum_amount !== undefined && params.minimum_amount_currency === undefined) {
    throw invalidRequest("You must pass minimum_amount_currency when passing minimum_amount.", {
      code: "parameter_missing",
      param: "restrictions[minimum_amount_currency]",
    });
  }
  return {
    first_time_transaction: params.first_time_transaction ?? false,
    minimum_amount: params.minimum_amount ?? null,
    minimum_amount_currency: params.minimum_amount_currency?.toLowerCase() ?? null,
  };
}
