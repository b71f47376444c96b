import type Stripe from "stripe";
import { attemptPayment, failAuthentication, nextStep } from "../confirm-payment";
import { createCustomer } from "../customers";
import { dryRun } from "../dry-run";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type Buyer, completeSession, type SessionOutcome } from "../complete-session";
import { createIntent } from "../payment-intents";
import { type CardInput, createCardMethod, testCardOf } from "../payment-methods";
import { type HiddenSession } from "../session-terms";
import { attemptSetup, finishSetupAuthentication, type SetupOutcome } from "../setup/confirm-setup";
import { createSetupIntent } from "../setup/setup-intents";
import { beginSubscription } from "./begin-subscription";

type Session = Stripe.Checkout.Session;
type Card = Pick<CardInput, "card" | "expMonth" | "expYear">;

/**
 * The buyer pressed Subscribe. What is due today is paid first; customer, subscription and its paid invoice come to
 * be only then, so that a refused card leaves nothing but a failed payment. With nothing due the card is kept first.
 * https://docs.stripe.com/changelog/basil/2025-03-31/checkout-legacy-subscription-upgrade
 */
export function subscribe(
  engine: Engine,
  session: Session,
  { buyer, card }: { buyer: Buyer; card: Card | null },
): SessionOutcome {
  if (!card) return start(engine, withCustomer(engine, session, buyer), { buyer, method: null });
  const billing = { email: buyer.email, name: buyer.name };
  const method = createCardMethod(engine, { ...card, billing, allowRedisplay: "limited" });
  const due = dueToday(engine, session);
  if (due > 0)
    return pay(engine, {
      session,
      buyer,
      intent: intentOf(engine, session, due),
      method,
      authenticated: false,
    });
  const kept = testCardOf(engine, method).decline ? session : withCustomer(engine, session, buyer);
  const customer = idOf(kept.customer);
  const intent = createSetupIntent(engine, customer === null ? {} : { customer });
  const waiting = engine.update(kept, { setup_intent: intent.id });
  return afterSetup(
    engine,
    { session: waiting, buyer },
    attemptSetup(engine, { intent, method }, session.url),
  );
}

/** What a customer's credit leaves to pay of the first invoice. */
function dueToday(engine: Engine, session: Session): number {
  if (!idOf(session.customer) || session.amount_total === 0) return session.amount_total ?? 0;
  return dryRun(engine, (unheard) => {
    const { latest_invoice: invoice } = beginSubscription(unheard, session, {});
    return unheard.require("invoice", idOf(invoice) ?? "").amount_remaining;
  });
}

/** The session's own intent, which later tries pay, too. In this mode the session does not show it. */
function intentOf(engine: Engine, session: Session, amount: number): Stripe.PaymentIntent {
  const waiting = intentOfSession(engine, session);
  if (waiting) return engine.update(waiting, { amount });
  const intent = createIntent(engine, {
    amount,
    currency: session.currency ?? "usd",
    customer: idOf(session.customer),
    description: "Subscription creation",
    setup_future_usage: "off_session",
  });
  const { objects } = engine.store;
  objects.saveHidden(session.id, { ...objects.hidden(session.id), intent: intent.id });
  objects.saveHidden(intent.id, { session: session.id });
  return intent;
}

/** The intent of a session in subscription mode, as long as it can be paid. */
export function intentOfSession(engine: Engine, session: Session): Stripe.PaymentIntent | null {
  const { intent } = engine.store.objects.hidden<HiddenSession>(session.id);
  const found = engine.store.objects.find("payment_intent", intent ?? "");
  return found && found.status !== "succeeded" && found.status !== "canceled" ? found : null;
}

/** The session in subscription mode that an intent belongs to. */
export function sessionOfIntent(engine: Engine, intent: string): Session | null {
  const { session } = engine.store.objects.hidden<{ session: string }>(intent);
  return engine.store.objects.find("checkout.session", session ?? "");
}

/** The buyer came back from 3-D Secure for the first payment. */
export function finishPaymentAuthentication(
  engine: Engine,
  session: Session,
  { intent, passed }: { intent: Stripe.PaymentIntent; passed: boolean },
): SessionOutcome {
  if (!passed) {
    return {
      kind: "declined",
      message: failAuthentication(engine, intent).last_payment_error?.message ?? "",
    };
  }
  const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
  return pay(engine, { session, buyer: buyerOf(method), intent, method, authenticated: true });
}

interface Payment {
  session: Session;
  buyer: Buyer;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authenticated: boolean;
}

function pay(engine: Engine, { session, buyer, intent, method, authenticated }: Payment): SessionOutcome {
  const willPay =
    nextStep(engine, method, { authenticated }) === "charge" && !testCardOf(engine, method).decline;
  const owned = willPay ? withCustomer(engine, session, buyer) : session;
  const ready = engine.update(intent, { customer: idOf(owned.customer) });
  const result = attemptPayment(engine, { intent: ready, method }, { returnUrl: session.url, authenticated });
  if (result.failure) return { kind: "declined", message: result.failure.decline.message };
  if (result.intent.status === "requires_action") return { kind: "authenticate", intent: result.intent };
  const { id } = beginSubscription(engine, owned, { method: method.id, prepaid: result.intent });
  return finish(engine, owned, { buyer, subscription: id });
}

/** The buyer came back from 3-D Secure for a card that pays later. */
export function finishTrialAuthentication(
  engine: Engine,
  session: Session,
  { intent, passed }: { intent: Stripe.SetupIntent; passed: boolean },
): SessionOutcome {
  const buyer = buyerOf(engine.require("payment_method", idOf(intent.payment_method) ?? ""));
  return afterSetup(engine, { session, buyer }, finishSetupAuthentication(engine, intent, passed));
}

function afterSetup(
  engine: Engine,
  { session, buyer }: { session: Session; buyer: Buyer },
  { intent }: SetupOutcome,
): SessionOutcome {
  if (intent.status === "requires_action") return { kind: "authenticate", intent };
  if (intent.status !== "succeeded")
    return { kind: "declined", message: intent.last_setup_error?.message ?? "" };
  return start(engine, session, { buyer, method: idOf(intent.payment_method) });
}

/** Nothing is due today. */
function start(
  engine: Engine,
  session: Session,
  { buyer, method }: { buyer: Buyer; method: string | null },
): SessionOutcome {
  const { id } = beginSubscription(engine, session, method === null ? {} : { method });
  return finish(engine, session, { buyer, subscription: id });
}

function finish(
  engine: Engine,
  session: Session,
  { buyer, subscription }: { buyer: Buyer; subscription: string },
): SessionOutcome {
  const { latest_invoice: invoice } = engine.require("subscription", subscription);
  const complete = completeSession(engine, session, {
    buyer,
    intent: null,
    outcome: {
      invoice: idOf(invoice),
      payment_status: session.amount_total === 0 ? "no_payment_required" : "paid",
      setup_intent: null,
      subscription,
    },
  });
  return { kind: "complete", session: complete };
}

/** A session without a customer makes one, for the subscription to belong to. */
function withCustomer(engine: Engine, session: Session, buyer: Buyer): Session {
  if (idOf(session.customer)) return session;
  const customer = createCustomer(engine, { email: buyer.email, name: buyer.name });
  return engine.update(session, { customer: customer.id });
}

const buyerOf = ({ billing_details: { email, name } }: Stripe.PaymentMethod): Buyer => ({
  email: email ?? "",
  name: name ?? "",
});
