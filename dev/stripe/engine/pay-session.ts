import type Stripe from "stripe";
import { fullShipping } from "./addresses";
import { attemptPayment, failAuthentication, nextStep } from "./confirm-payment";
import { type Buyer, completeSession, type SessionOutcome } from "./complete-session";
import { type HiddenSession } from "./session-terms";
import { createCustomer } from "./customers";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { mergeMetadata } from "./metadata";
import { createIntent } from "./payment-intents";
import { createCardMethod, testCardOf, type CardInput } from "./payment-methods";
import { saveCard } from "./setup/setup-session";
import { subscribe } from "./subscriptions/subscribe";

/** The buyer pressed Pay. A refused card leaves the session open: the next try uses the same intent. */
export function paySession(
  engine: Engine,
  session: Stripe.Checkout.Session,
  input: { buyer: Buyer; card: Pick<CardInput, "card" | "expMonth" | "expYear"> | null },
): SessionOutcome {
  if (session.mode === "subscription") return subscribe(engine, session, input);
  if (!input.card) {
    return {
      kind: "complete",
      session: completeSession(engine, session, { buyer: input.buyer, intent: null }),
    };
  }
  if (session.mode === "setup") return saveCard(engine, session, { ...input, card: input.card });
  const { buyer } = input;
  const { allowRedisplay } = engine.store.objects.hidden<HiddenSession>(session.id);
  const method = createCardMethod(engine, {
    ...input.card,
    billing: { email: buyer.email, name: buyer.name },
    ...(allowRedisplay ? { allowRedisplay } : {}),
  });
  return payWithMethod(engine, session, { buyer, method });
}

/** The buyer pressed Pay, with a card that is there already. */
export function payWithMethod(
  engine: Engine,
  session: Stripe.Checkout.Session,
  { buyer, method }: { buyer: Buyer; method: Stripe.PaymentMethod },
): SessionOutcome {
  const intent = intentOf(engine, session);
  return attempt(engine, { session, buyer, intent, method, authenticated: false });
}

/** The buyer came back from 3-D Secure. */
export function finishAuthentication(
  engine: Engine,
  session: Stripe.Checkout.Session,
  { intent, passed }: { intent: Stripe.PaymentIntent; passed: boolean },
): SessionOutcome {
  if (!passed) {
    const failed = failAuthentication(engine, intent);
    return { kind: "declined", message: failed.last_payment_error?.message ?? "" };
  }
  const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
  const { email, name } = method.billing_details;
  return attempt(engine, {
    session,
    buyer: { email: email ?? "", name: name ?? "" },
    intent,
    method,
    authenticated: true,
  });
}

interface Try {
  session: Stripe.Checkout.Session;
  buyer: Buyer;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authenticated: boolean;
}

function attempt(engine: Engine, wanted: Try): SessionOutcome {
  const { session, buyer, method, authenticated } = wanted;
  const intent = withCustomer(engine, wanted);
  const result = attemptPayment(engine, { intent, method }, { returnUrl: session.url, authenticated });
  if (result.failure) return { kind: "declined", message: result.failure.decline.message };
  if (result.intent.status === "requires_action") return { kind: "authenticate", intent: result.intent };
  return { kind: "complete", session: completeSession(engine, session, { buyer, intent: result.intent }) };
}

/** A session told to create a customer does so when it completes, not for a card that will be refused. */
function withCustomer(
  engine: Engine,
  { session, buyer, intent, method, authenticated }: Try,
): Stripe.PaymentIntent {
  const wanted = session.customer_creation === "always" || intent.setup_future_usage !== null;
  if (idOf(intent.customer) || !wanted) return intent;
  const willPay =
    nextStep(engine, method, { authenticated }) === "charge" && !testCardOf(engine, method).decline;
  if (!willPay) return intent;
  const customer = createCustomer(engine, { email: buyer.email, name: buyer.name });
  return engine.update(intent, { customer: customer.id });
}

function intentOf(engine: Engine, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing = idOf(session.payment_intent);
  if (existing) return engine.require("payment_intent", existing);
  const { paymentIntentData: data = {} } = engine.store.objects.hidden<HiddenSession>(session.id);
  const intent = createIntent(engine, {
    amount: session.amount_total ?? 0,
    capture_method: data.capture_method ?? "automatic_async",
    currency: session.currency ?? "usd",
    customer: idOf(session.customer),
    description: data.description ?? null,
    metadata: mergeMetadata({}, data.metadata),
    receipt_email: data.receipt_email ?? null,
    setup_future_usage: data.setup_future_usage ?? null,
    shipping: data.shipping ? fullShipping(data.shipping) : null,
    statement_descriptor: data.statement_descriptor ?? null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
  });
  engine.update(session, { payment_intent: intent.id });
  return intent;
}
