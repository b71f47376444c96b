import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../server/stripe-error";
import { OBJECT_KINDS } from "../store/object-types";
import { discountItems, sessionAmounts, sessionDiscounts } from "./discounts/session-discounts";
import { checkEmail } from "./email";
import { type Engine } from "./engine";
import { checkHttpUrl } from "./http-url";
import { newId } from "./ids";
import { type Draft, draftLineItems, refuseRecurring } from "./line-items";
import { mergeMetadata } from "./metadata";
import { minimumAmount } from "./minimum-amounts";
import { checkSetupParams, setupFields } from "./setup/setup-session";
import { readCurrency } from "./currency";
import { type HiddenSession, SESSION_EXPIRES, type SessionParams } from "./session-terms";
import {
  checkSubscriptionParams,
  firstAmounts,
  subscriptionFields,
} from "./subscriptions/subscription-session";

const DAY = 24 * 60 * 60;
const HALF_AN_HOUR = 30 * 60;

/** A hosted page that takes one payment, starts a subscription, or saves a card. */
export function createSession(engine: Engine, params: SessionParams): Stripe.Checkout.Session {
  checkMode(params);
  const customer = params.customer ? engine.require("customer", params.customer, "customer") : null;
  checkCustomerParams(params);
  const fullPriced = itemsOf(engine, params);
  const discounts = sessionDiscounts(engine, params, fullPriced);
  const items = discountItems(engine, fullPriced, discounts);
  const currency = items[0]?.currency ?? readCurrency(params.currency ?? "usd");
  if (params.currency && readCurrency(params.currency) !== currency) {
    throw notImplemented("prices in more than one currency");
  }
  const amounts = sessionAmounts(items);
  checkTotal(amounts.amount_total ?? 0, currency);
  const id = newId(OBJECT_KINDS["checkout.session"].prefix);
  const hidden: HiddenSession = {
    paymentIntentData: params.payment_intent_data ?? {},
    customerUpdate: params.customer_update ?? {},
    subscriptionData: params.subscription_data ?? {},
    intent: null,
    ...(params.payment_method_data?.allow_redisplay
      ? { allowRedisplay: params.payment_method_data.allow_redisplay }
      : {}),
  };
  const session = engine.create(
    "checkout.session",
    {
      ...chosenFields(params),
      id,
      ...amounts,
      currency,
      customer: customer?.id ?? null,
      customer_creation: customer ? null : (params.customer_creation ?? "if_required"),
      customer_details: knownCustomer(params.customer_email ?? customer?.email ?? null),
      expires_at: expiry(engine, params.expires_at),
      discounts: discounts.length > 0 ? discounts : null,
      url: engine.pageUrl(`/c/pay/${id}`),
      ...(params.mode === "setup" ? setupFields(engine, params) : {}),
      ...(params.mode === "subscription" ? subscriptionFields(params) : {}),
    },
    hidden,
  );
  for (const item of items) engine.create("item", item, { parent: id });
  engine.schedule(SESSION_EXPIRES, id, session.expires_at);
  return session;
}

function itemsOf(engine: Engine, params: SessionParams): Draft[] {
  const items = draftLineItems(engine, params.line_items ?? []);
  if (params.mode === "subscription") return firstAmounts(engine, items, params);
  refuseRecurring(items);
  return items;
}

function chosenFields(params: SessionParams): Partial<Stripe.Checkout.Session> {
  return {
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    customer_email: params.customer_email ?? null,
    locale: params.locale ?? null,
    metadata: mergeMetadata({}, params.metadata),
    mode: "payment",
    payment_method_collection: "if_required",
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_status: "unpaid",
    status: "open",
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    ui_mode: "hosted_page",
  };
}

function checkMode(params: SessionParams): void {
  if (!params.mode) throw missing("mode");
  const isSetup = params.mode === "setup";
  if (params.ui_mode && params.ui_mode !== "hosted_page") throw notImplemented(`ui_mode ${params.ui_mode}`);
  if (!params.success_url) throw missing("success_url");
  for (const name of ["success_url", "cancel_url"] as const) checkHttpUrl(params[name], name);
  if (isSetup) checkSetupParams(params);
  else if (!params.line_items?.length) throw missing("line_items");
  if (params.mode === "subscription") checkSubscriptionParams(params);
}

function checkCustomerParams(params: SessionParams): void {
  if (params.customer && params.customer_email) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.", {
      code: "parameters_exclusive",
    });
  }
  if (params.customer && params.customer_creation) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_creation.", {
      code: "parameters_exclusive",
    });
  }
  if (params.customer_update && !params.customer) {
    throw invalidRequest("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  }
  checkEmail(params.customer_email, "customer_email");
}

function checkTotal(total: number, currency: string): void {
  if (total === 0 || total >= minimumAmount(currency)) return;
  throw invalidRequest(
    `The Checkout Session's total amount due must add up to at least ${minimumAmount(currency)} in the smallest unit of ${currency}`,
    { code: "amount_too_small" },
  );
}

function expiry(engine: Engine, wanted: number | undefined): number {
  if (wanted === undefined) return engine.now + DAY;
  if (wanted < engine.now + HALF_AN_HOUR) {
    throw invalidRequest(
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      {
        param: "expires_at",
      },
    );
  }
  if (wanted > engine.now + DAY) {
    throw invalidRequest(
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
      {
        param: "expires_at",
      },
    );
  }
  return wanted;
}

function knownCustomer(email: string | null): Stripe.Checkout.Session.CustomerDetails | null {
  if (!email) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
