import type Stripe from "stripe";
import { StripeError } from "../server/stripe-error";
import { createFailedCharge, createSucceededCharge } from "./charges";
import { type Decline, declineBody } from "./declines";
import { expectDispute } from "./disputes/disputed-cards";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { tellIntent } from "./intent-reactions";
import { unexpectedState } from "./payment-intents";
import {
  attachMethod,
  checkUsable,
  isSetUpForLater,
  markSetUp,
  markSpent,
  testCardOf,
} from "./payment-methods";

export interface ConfirmOptions {
  offSession?: boolean;
  /** Where the browser goes after 3-D Secure; without it the client library would show it in place. */
  returnUrl?: string | null;
  /** 3-D Secure was passed a moment ago. */
  authenticated?: boolean;
}

/** What an attempt led to: the intent as it is now and, when it failed, why. */
export interface Attempt {
  intent: Stripe.PaymentIntent;
  failure: { decline: Decline; charge: Stripe.Charge } | null;
}

/** Declines of a saved card that asks for its owner: https://docs.stripe.com/declines/codes */
const OWNER_NEEDED: Decline = {
  code: "authentication_required",
  declineCode: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
  adviceCode: "try_again_later",
};

const AUTHENTICATION_FAILED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/** Tries to pay an intent with a method. Never throws for a refused card: the refusal is a result and stays on record. */
export function attemptPayment(
  engine: Engine,
  { intent, method }: { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod },
  options: ConfirmOptions = {},
): Attempt {
  checkConfirmable(intent);
  checkUsable(engine, method, idOf(intent.customer));
  const step = nextStep(engine, method, options);
  if (step === "authenticate") {
    return { intent: askForAuthentication(engine, { intent, method }, options), failure: null };
  }
  const { decline } = testCardOf(engine, method);
  if (step === "owner_needed") return declinePayment(engine, { intent, method }, OWNER_NEEDED);
  if (decline) return declinePayment(engine, { intent, method }, decline);
  return { intent: takePayment(engine, { intent, method }, options.authenticated ?? false), failure: null };
}

/** Whether trying this method would take the money, ask for its owner, or be refused. */
export function nextStep(
  engine: Engine,
  method: Stripe.PaymentMethod,
  options: ConfirmOptions,
): "charge" | "authenticate" | "owner_needed" {
  if (options.authenticated) return "charge";
  const { authentication } = testCardOf(engine, method);
  const settled =
    authentication === "never" ||
    (authentication === "unless_set_up" && isSetUpForLater(engine, method)) ||
    (authentication === "off_session_allowed" && options.offSession === true);
  if (settled) return "charge";
  return options.offSession ? "owner_needed" : "authenticate";
}

/** The owner could not be authenticated: back to choosing a method. */
export function failAuthentication(engine: Engine, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const method = engine.store.objects.find("payment_method", idOf(intent.payment_method) ?? "");
  const failed = engine.update(intent, {
    last_payment_error: {
      code: "payment_intent_authentication_failure",
      doc_url: "https://stripe.com/docs/error-codes/payment-intent-authentication-failure",
      message: AUTHENTICATION_FAILED,
      ...(method ? { payment_method: method } : {}),
      type: "invalid_request_error",
    },
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  engine.emit("payment_intent.payment_failed", failed);
  tellIntent("failed", engine, failed);
  return failed;
}

function askForAuthentication(
  engine: Engine,
  { intent, method }: { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod },
  options: ConfirmOptions,
): Stripe.PaymentIntent {
  const url = engine.pageUrl(`/authenticate/${intent.id}`);
  const waiting = engine.update(intent, {
    last_payment_error: null,
    next_action: options.returnUrl
      ? { type: "redirect_to_url", redirect_to_url: { return_url: options.returnUrl, url } }
      : { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } },
    payment_method: method.id,
    status: "requires_action",
  });
  engine.emit("payment_intent.requires_action", waiting);
  tellIntent("actionRequired", engine, waiting);
  return waiting;
}

function takePayment(
  engine: Engine,
  { intent, method }: { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod },
  authenticated: boolean,
): Stripe.PaymentIntent {
  keepForLater(engine, intent, method);
  const charge = createSucceededCharge(engine, { intent, method, authenticated });
  const paid = engine.update(intent, takenFields({ intent, charge, method }));
  engine.emit(
    charge.captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated",
    paid,
  );
  if (charge.captured) {
    expectDispute(engine, charge.id);
    tellIntent("succeeded", engine, paid);
  }
  return paid;
}

interface Charged {
  charge: Stripe.Charge;
  method: Stripe.PaymentMethod;
}

/** Of an intent whose money was taken, or held. */
export function takenFields({
  intent,
  charge,
  method,
}: Charged & { intent: Stripe.PaymentIntent }): Partial<Stripe.PaymentIntent> {
  return {
    amount_capturable: charge.captured ? 0 : intent.amount,
    amount_received: charge.amount_captured,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: charge.captured ? "succeeded" : "requires_capture",
  };
}

/** Of an intent whose card was refused. */
export function refusedFields({
  charge,
  decline,
  method,
}: Charged & { decline: Decline }): Partial<Stripe.PaymentIntent> {
  return {
    last_payment_error: {
      ...(decline.adviceCode ? { advice_code: decline.adviceCode } : {}),
      charge: charge.id,
      code: decline.code,
      decline_code: decline.declineCode,
      doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll("_", "-")}`,
      message: decline.message,
      ...(decline.param ? { param: decline.param } : {}),
      payment_method: method,
      type: "card_error",
    },
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  };
}

/** `setup_future_usage` attaches the method to the customer once the payment goes through; without it, a method of nobody is used up. */
function keepForLater(engine: Engine, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const customer = idOf(intent.customer);
  if (customer && intent.setup_future_usage) {
    attachMethod(engine, method, customer);
    markSetUp(engine, method);
  } else if (!idOf(method.customer)) {
    markSpent(engine, method);
  }
}

function declinePayment(
  engine: Engine,
  { intent, method }: { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod },
  decline: Decline,
): Attempt {
  const charge = createFailedCharge(engine, { intent, method, authenticated: false }, decline);
  const failed = engine.update(intent, refusedFields({ charge, decline, method }));
  engine.emit("payment_intent.payment_failed", failed);
  tellIntent("failed", engine, failed);
  return { intent: failed, failure: { decline, charge } };
}

function checkConfirmable(intent: Stripe.PaymentIntent): void {
  if (["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)) return;
  const because =
    intent.status === "succeeded"
      ? "it has already succeeded after being previously confirmed"
      : `it has a status of ${intent.status}`;
  throw unexpectedState(intent, `You cannot confirm this PaymentIntent because ${because}.`);
}

/** The 402 that the API answers after a refused attempt. */
export function declinedError(
  { intent, failure }: Attempt,
  method: Stripe.PaymentMethod,
): StripeError | null {
  if (!failure) return null;
  const { decline, charge } = failure;
  return new StripeError(
    402,
    {
      ...declineBody(decline),
      charge: charge.id,
      payment_intent: intent,
      payment_method: method,
    },
    { keepsState: true },
  );
}
