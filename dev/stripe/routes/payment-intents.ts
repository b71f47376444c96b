import type Stripe from "stripe";
import { fullShipping } from "../engine/addresses";
import { attemptPayment, declinedError } from "../engine/confirm-payment";
import { readCurrency } from "../engine/currency";
import { type Engine } from "../engine/engine";
import { idOf, unset } from "../engine/field-values";
import { mergeMetadata } from "../engine/metadata";
import {
  cancelIntent,
  captureIntent,
  checkAmount,
  createIntent,
  refuseInvoiceIntent,
  refuseSessionIntent,
  unexpectedState,
} from "../engine/payment-intents";
import { checkUsable, resolveMethod } from "../engine/payment-methods";
import { StripeError } from "../server/stripe-error";
import { listRoute } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

const FIELDS = [
  "amount",
  "currency",
  "capture_method",
  "customer",
  "description",
  "metadata",
  "payment_method",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "statement_descriptor",
  "statement_descriptor_suffix",
  "transfer_group",
];

const CONFIRM = ["error_on_requires_action", "off_session", "payment_method", "return_url", "use_stripe_sdk"];

type ConfirmParams = Pick<
  Stripe.PaymentIntentConfirmParams,
  "error_on_requires_action" | "off_session" | "payment_method" | "return_url" | "use_stripe_sdk"
>;

export const paymentIntentRoutes: Behaviour[] = [
  route<Stripe.PaymentIntentCreateParams>(
    "POST /v1/payment_intents",
    [...FIELDS, ...CONFIRM, "automatic_payment_methods", "confirm", "confirmation_method"],
    ({ engine, params }) => create(engine, params),
  ),
  route("GET /v1/payment_intents/{id}", ["client_secret"], ({ engine, id }) =>
    engine.require("payment_intent", id),
  ),
  route<Stripe.PaymentIntentUpdateParams>("POST /v1/payment_intents/{id}", FIELDS, ({ engine, params, id }) =>
    update(engine, engine.require("payment_intent", id), params),
  ),
  route<ConfirmParams>("POST /v1/payment_intents/{id}/confirm", CONFIRM, ({ engine, params, id }) => {
    const intent = engine.require("payment_intent", id);
    refuseSessionIntent(engine, intent, "confirm");
    return confirm(engine, intent, params);
  }),
  route<Stripe.PaymentIntentCaptureParams>(
    "POST /v1/payment_intents/{id}/capture",
    ["amount_to_capture"],
    ({ engine, params, id }) =>
      captureIntent(engine, engine.require("payment_intent", id), params.amount_to_capture),
  ),
  route<Stripe.PaymentIntentCancelParams>(
    "POST /v1/payment_intents/{id}/cancel",
    ["cancellation_reason"],
    ({ engine, params, id }) => {
      const intent = engine.require("payment_intent", id);
      refuseSessionIntent(engine, intent, "cancel");
      refuseInvoiceIntent(engine, intent, "cancel");
      return cancelIntent(engine, intent, params.cancellation_reason ?? null);
    },
  ),
  listRoute("GET /v1/payment_intents", "payment_intent", ["customer"]),
  searchRoute("GET /v1/payment_intents/search", "payment_intent"),
];

function create(engine: Engine, params: Stripe.PaymentIntentCreateParams): Stripe.PaymentIntent {
  const customer = params.customer ? engine.require("customer", params.customer, "customer").id : null;
  const method = params.payment_method ? resolveMethod(engine, params.payment_method) : null;
  if (method) checkUsable(engine, method, customer);
  const automatic = params.automatic_payment_methods;
  const intent = createIntent(engine, {
    amount: params.amount,
    automatic_payment_methods: automatic ? { allow_redirects: "always", ...automatic } : null,
    capture_method: params.capture_method ?? "automatic_async",
    confirmation_method: params.confirmation_method ?? "automatic",
    currency: readCurrency(params.currency),
    customer,
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    payment_method: method?.id ?? null,
    receipt_email: params.receipt_email ?? null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: params.shipping ? fullShipping(params.shipping) : null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    transfer_group: params.transfer_group ?? null,
  });
  return params.confirm ? confirm(engine, intent, { ...params, payment_method: method?.id ?? "" }) : intent;
}

/** Answers 402 when the card is refused; the attempt stays on record all the same. */
function confirm(engine: Engine, intent: Stripe.PaymentIntent, params: ConfirmParams): Stripe.PaymentIntent {
  const chosen = params.payment_method || idOf(intent.payment_method);
  if (!chosen) {
    throw unexpectedState(
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    );
  }
  const method = resolveMethod(engine, chosen);
  const attempt = attemptPayment(
    engine,
    { intent, method },
    {
      offSession: Boolean(params.off_session),
      returnUrl: params.use_stripe_sdk ? null : (params.return_url ?? null),
    },
  );
  const refused = declinedError(attempt, method);
  if (refused) throw refused;
  if (params.error_on_requires_action && attempt.intent.status === "requires_action") {
    throw notHandled(engine, attempt.intent, method);
  }
  return attempt.intent;
}

function notHandled(engine: Engine, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): StripeError {
  const reopened = engine.update(intent, {
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  return new StripeError(
    402,
    {
      type: "card_error",
      code: "authentication_required",
      decline_code: "authentication_not_handled",
      message:
        "This payment required an authentication action to complete, but `error_on_requires_action` was set.",
      payment_intent: reopened,
      payment_method: method,
    },
    { keepsState: true },
  );
}

function update(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  params: Stripe.PaymentIntentUpdateParams,
): Stripe.PaymentIntent {
  const frozen = params.amount ?? params.currency ?? params.payment_method;
  if (
    frozen !== undefined &&
    !["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)
  ) {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be updated because it has a status of ${intent.status}.`,
    );
  }
  if (params.amount !== undefined) refuseInvoiceIntent(engine, intent, "change the amount of");
  const changes: Partial<Stripe.PaymentIntent> = {
    metadata: mergeMetadata(intent.metadata, params.metadata),
  };
  if (params.amount !== undefined || params.currency !== undefined) {
    changes.amount = params.amount ?? intent.amount;
    changes.currency = params.currency === undefined ? intent.currency : readCurrency(params.currency);
    checkAmount(changes.amount, changes.currency);
  }
  if (params.customer !== undefined)
    changes.customer = engine.require("customer", params.customer, "customer").id;
  if (params.payment_method !== undefined) {
    changes.payment_method = resolveMethod(engine, params.payment_method).id;
    changes.status = "requires_confirmation";
  }
  for (const field of [
    "description",
    "receipt_email",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_group",
  ] as const) {
    const value = params[field];
    if (value !== undefined) changes[field] = unset(value);
  }
  if (params.setup_future_usage !== undefined) changes.setup_future_usage = unset(params.setup_future_usage);
  if (params.capture_method !== undefined) changes.capture_method = params.capture_method;
  if (params.shipping !== undefined)
    changes.shipping = params.shipping ? fullShipping(params.shipping) : null;
  return engine.update(intent, changes);
}
