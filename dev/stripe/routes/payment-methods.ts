import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { unset } from "../engine/field-values";
import { mergeMetadata } from "../engine/metadata";
import { attachMethod, createCardMethod, detachMethod, resolveMethod } from "../engine/payment-methods";
import { findTestCard, findTokenCard } from "../engine/test-cards";
import { invalidRequest, notImplemented, resourceMissing, StripeError } from "../server/stripe-error";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

export const paymentMethodRoutes: Behaviour[] = [
  route<Stripe.PaymentMethodCreateParams>(
    "POST /v1/payment_methods",
    ["billing_details", "card", "metadata", "type"],
    ({ engine, params }) => create(engine, params),
  ),
  route("GET /v1/payment_methods/{id}", [], ({ engine, id }) => resolveMethod(engine, id, "id")),
  route<Stripe.PaymentMethodUpdateParams>(
    "POST /v1/payment_methods/{id}",
    ["allow_redisplay", "billing_details", "card.exp_month", "card.exp_year", "metadata"],
    ({ engine, params, id }) => update(engine, engine.require("payment_method", id), params),
  ),
  route<Stripe.PaymentMethodAttachParams>(
    "POST /v1/payment_methods/{id}/attach",
    ["customer"],
    ({ engine, params, id }) => {
      if (!params.customer)
        throw invalidRequest("Missing required param: customer.", {
          code: "parameter_missing",
          param: "customer",
        });
      return attachMethod(
        engine,
        resolveMethod(engine, id, "id"),
        engine.require("customer", params.customer, "customer").id,
      );
    },
  ),
  route("POST /v1/payment_methods/{id}/detach", [], ({ engine, id }) =>
    detachMethod(engine, engine.require("payment_method", id)),
  ),
  route<Stripe.PaymentMethodListParams & PagingParams>(
    "GET /v1/payment_methods",
    [...PAGING, "allow_redisplay", "customer", "type"],
    (call) => {
      const { allow_redisplay, customer, type } = call.params;
      if (customer) call.engine.require("customer", customer, "customer");
      // Without a customer Stripe answers an empty list; methods of nobody are not listed.
      return listPage(call, "payment_method", { where: { allow_redisplay, customer: customer ?? "", type } });
    },
  ),
];

function create(engine: Engine, params: Stripe.PaymentMethodCreateParams): Stripe.PaymentMethod {
  if (params.type !== "card") throw notImplemented(`payment methods of type ${params.type ?? "none"}`);
  const { card } = params;
  if (!card)
    throw invalidRequest("Missing required param: card.", { code: "parameter_missing", param: "card" });
  const details = {
    billing: billingDetails(params.billing_details),
    metadata: mergeMetadata({}, params.metadata),
  };
  if (card.token !== undefined) {
    const known = findTokenCard(card.token);
    if (!known) throw resourceMissing("token", card.token, "card[token]");
    return createCardMethod(engine, { card: known, expMonth: 12, expYear: thisYear(engine) + 1, ...details });
  }
  return createCardMethod(engine, { ...typedCard(card), ...details });
}

function typedCard(card: Stripe.PaymentMethodCreateParams.Card) {
  const number = (card.number ?? "").replaceAll(/\s/g, "");
  const known = findTestCard(number);
  if (!known) {
    throw new StripeError(402, {
      type: "card_error",
      code: "incorrect_number",
      message: "Your card number is incorrect.",
      param: "number",
    });
  }
  if (card.exp_month === undefined || card.exp_year === undefined) {
    const param = card.exp_month === undefined ? "card[exp_month]" : "card[exp_year]";
    throw invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  return { card: known, expMonth: card.exp_month, expYear: card.exp_year };
}

function update(
  engine: Engine,
  method: Stripe.PaymentMethod,
  params: Stripe.PaymentMethodUpdateParams,
): Stripe.PaymentMethod {
  const changes: Partial<Stripe.PaymentMethod> = {
    metadata: mergeMetadata(method.metadata ?? {}, params.metadata),
    billing_details: { ...method.billing_details, ...billingDetails(params.billing_details) },
  };
  if (params.allow_redisplay) changes.allow_redisplay = params.allow_redisplay;
  if (params.card && method.card)
    changes.card = { ...method.card, ...(params.card as Partial<Stripe.PaymentMethod.Card>) };
  return engine.update(method, changes, "payment_method.updated");
}

function billingDetails(
  params: Stripe.PaymentMethodCreateParams.BillingDetails = {},
): Partial<Stripe.PaymentMethod.BillingDetails> {
  const entries = Object.entries(params).map(([key, value]) => [key, unset(value)] as const);
  const known = Object.fromEntries(entries) as Partial<Stripe.PaymentMethod.BillingDetails>;
  if (!known.address) return known;
  const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { ...known, address: { ...empty, ...known.address } };
}

const thisYear = (engine: Engine): number => new Date(engine.now * 1000).getUTCFullYear();
