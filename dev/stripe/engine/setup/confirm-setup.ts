import type Stripe from "stripe";
import { StripeError } from "../../server/stripe-error";
import { nextStep } from "../confirm-payment";
import { type Decline } from "../declines";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { attachMethod, checkUsable, markSetUp, testCardOf } from "../payment-methods";
import { latestAttempt, recordAttempt } from "./setup-attempts";
import { checkConfirmable } from "./setup-intents";

const AUTHENTICATION_FAILED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/** What an attempt led to: the intent as it is now and, when it failed, why. */
export interface SetupOutcome {
  intent: Stripe.SetupIntent;
  decline: Decline | null;
}

interface Attempted {
  intent: Stripe.SetupIntent;
  method: Stripe.PaymentMethod;
}

/** Tries to keep a method for later. A refused card is a result, not an error, and stays on record. */
export function attemptSetup(
  engine: Engine,
  { intent, method }: Attempted,
  returnUrl: string | null,
): SetupOutcome {
  checkConfirmable(intent);
  checkUsable(engine, method, idOf(intent.customer));
  const attempt = recordAttempt(engine, intent, method);
  const attempted = engine.update(intent, { latest_attempt: attempt.id });
  if (nextStep(engine, method, {}) === "authenticate") {
    return { intent: askForAuthentication(engine, { intent: attempted, method }, returnUrl), decline: null };
  }
  return settle(engine, { intent: attempted, method });
}

/** The owner came back from 3-D Secure. */
export function finishSetupAuthentication(
  engine: Engine,
  intent: Stripe.SetupIntent,
  passed: boolean,
): SetupOutcome {
  const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
  if (passed) return settle(engine, { intent, method });
  const failed = fail(
    engine,
    { intent, method },
    {
      code: "setup_intent_authentication_failure",
      doc_url: "https://stripe.com/docs/error-codes/setup-intent-authentication-failure",
      message: AUTHENTICATION_FAILED,
      type: "invalid_request_error",
    },
  );
  return { intent: failed, decline: null };
}

/** The 402 that the API answers after a refused attempt. */
export function setupDeclinedError(
  { intent, decline }: SetupOutcome,
  method: Stripe.PaymentMethod,
): StripeError | null {
  if (!decline) return null;
  return new StripeError(
    402,
    {
      type: "card_error",
      ...declineFields(decline),
      message: decline.message,
      payment_method: method,
      setup_intent: intent,
    },
    { keepsState: true },
  );
}

function settle(engine: Engine, { intent, method }: Attempted): SetupOutcome {
  const { attaches, decline } = testCardOf(engine, method);
  if (decline && !attaches) {
    const failed = fail(
      engine,
      { intent, method },
      {
        ...declineFields(decline),
        doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll("_", "-")}`,
        message: decline.message,
        type: "card_error",
      },
    );
    return { intent: failed, decline };
  }
  return { intent: succeed(engine, { intent, method }), decline: null };
}

function succeed(engine: Engine, { intent, method }: Attempted): Stripe.SetupIntent {
  const customer = idOf(intent.customer);
  if (customer) attachMethod(engine, method, customer);
  markSetUp(engine, method);
  endAttempt(engine, intent, { status: "succeeded" });
  const done = engine.update(intent, {
    last_setup_error: null,
    next_action: null,
    payment_method: method.id,
    status: "succeeded",
  });
  engine.emit("setup_intent.succeeded", done);
  return done;
}

function fail(
  engine: Engine,
  { intent, method }: Attempted,
  error: Stripe.SetupIntent.LastSetupError,
): Stripe.SetupIntent {
  const setupError = { ...error, payment_method: method };
  endAttempt(engine, intent, { status: "failed", setup_error: setupError });
  const failed = engine.update(intent, {
    last_setup_error: setupError,
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  engine.emit("setup_intent.setup_failed", failed);
  return failed;
}

function askForAuthentication(
  engine: Engine,
  { intent, method }: Attempted,
  returnUrl: string | null,
): Stripe.SetupIntent {
  const url = engine.pageUrl(`/authenticate/${intent.id}`);
  endAttempt(engine, intent, { status: "requires_action" });
  const waiting = engine.update(intent, {
    last_setup_error: null,
    next_action: returnUrl
      ? { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } }
      : { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } },
    payment_method: method.id,
    status: "requires_action",
  });
  engine.emit("setup_intent.requires_action", waiting);
  return waiting;
}

function endAttempt(
  engine: Engine,
  intent: Stripe.SetupIntent,
  changes: Pick<Stripe.SetupAttempt, "status"> & { setup_error?: Stripe.SetupIntent.LastSetupError },
): void {
  const attempt = latestAttempt(engine, intent);
  if (attempt) engine.update(attempt, changes);
}

function declineFields(decline: Decline) {
  return {
    code: decline.code,
    decline_code: decline.declineCode,
    ...(decline.adviceCode ? { advice_code: decline.adviceCode } : {}),
    ...(decline.param ? { param: decline.param } : {}),
  };
}
