import type Stripe from "stripe";
import { type WireSubscription } from "../../store/object-types";
import { attemptPayment, failAuthentication } from "../confirm-payment";
import { createCustomer } from "../customers";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { openIntentOf } from "../invoices/invoice-payments";
import { payInvoice } from "../invoices/pay-invoice";
import { type Buyer, completeSession, type SessionOutcome } from "../complete-session";
import { type CardInput, createCardMethod } from "../payment-methods";
import { type HiddenSession } from "../session-terms";
import { attemptSetup, finishSetupAuthentication, type SetupOutcome } from "../setup/confirm-setup";
import { createSetupIntent } from "../setup/setup-intents";
import { beginSubscription } from "./begin-subscription";

type Session = Stripe.Checkout.Session;
type Card = Pick<CardInput, "card" | "expMonth" | "expYear">;

/**
 * The buyer pressed Subscribe. With something due today the subscription begins incomplete and the card pays its
 * first invoice; a refused card leaves the page open, and the next try pays the same invoice. With nothing due
 * the card is kept first. https://docs.stripe.com/payments/checkout/how-checkout-works
 */
export function subscribe(
  engine: Engine,
  found: Session,
  { buyer, card }: { buyer: Buyer; card: Card | null },
): SessionOutcome {
  const session = withCustomer(engine, found, buyer);
  if (!card) return start(engine, session, { buyer, method: null });
  const billing = { email: buyer.email, name: buyer.name };
  const method = createCardMethod(engine, { ...card, billing, allowRedisplay: "limited" });
  if (session.amount_total === 0) {
    const intent = createSetupIntent(engine, { customer: idOf(session.customer) ?? "" });
    const kept = engine.update(session, { setup_intent: intent.id });
    return afterSetup(
      engine,
      { session: kept, buyer },
      attemptSetup(engine, { intent, method }, session.url),
    );
  }
  const subscription = subscriptionOf(engine, session) ?? beginSubscription(engine, session, null);
  remember(engine, session, subscription);
  const { invoice, failure } = payInvoice(
    engine,
    { id: idOf(subscription.latest_invoice) ?? "" },
    { method: method.id, offSession: false, returnUrl: session.url },
  );
  if (failure) return { kind: "declined", message: failure.message };
  if (invoice.status === "paid") return finish(engine, session, { buyer, subscription: subscription.id });
  const waiting = openIntentOf(engine, invoice.id);
  if (!waiting) throw new Error(`${invoice.id} waits for nothing`);
  return { kind: "authenticate", intent: waiting };
}

/** The intent that a session's first invoice waits for, once somebody has tried to pay it. */
export function intentOfSession(engine: Engine, session: Session): Stripe.PaymentIntent | null {
  const subscription = subscriptionOf(engine, session);
  return subscription && openIntentOf(engine, idOf(subscription.latest_invoice) ?? "");
}

/** The session whose first invoice an intent pays. */
export function sessionOfIntent(engine: Engine, intent: string): Session | null {
  const payment = engine.store.objects.findBy("invoice_payment", "payment.payment_intent", intent);
  const invoice = engine.store.objects.find("invoice", idOf(payment?.invoice) ?? "");
  const subscription = idOf(invoice?.parent?.subscription_details?.subscription);
  const { session } = engine.store.objects.hidden<{ session: string }>(subscription ?? "");
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
  const { failure } = attemptPayment(engine, { intent, method }, { authenticated: true });
  if (failure) return { kind: "declined", message: failure.decline.message };
  const { subscription } = engine.store.objects.hidden<HiddenSession>(session.id);
  return finish(engine, session, { buyer: buyerOf(method), subscription: subscription ?? "" });
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
  const { id } = beginSubscription(engine, session, method);
  return finish(engine, session, { buyer, subscription: id });
}

function finish(
  engine: Engine,
  session: Session,
  { buyer, subscription }: { buyer: Buyer; subscription: string },
): SessionOutcome {
  const { latest_invoice: invoice } = engine.require("subscription", subscription);
  const paid = session.amount_total !== 0;
  const complete = completeSession(engine, session, {
    buyer,
    intent: null,
    outcome: {
      invoice: idOf(invoice),
      payment_status: paid ? "paid" : "no_payment_required",
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

function remember(engine: Engine, session: Session, subscription: WireSubscription): void {
  const { objects } = engine.store;
  objects.saveHidden(session.id, { ...objects.hidden(session.id), subscription: subscription.id });
  objects.saveHidden(subscription.id, { ...objects.hidden(subscription.id), session: session.id });
}

/** Begun by an earlier attempt and still to be paid; after 23 hours it has expired. */
function subscriptionOf(engine: Engine, session: Session): WireSubscription | null {
  const { subscription } = engine.store.objects.hidden<HiddenSession>(session.id);
  const found = engine.store.objects.find("subscription", subscription ?? "");
  return found?.status === "incomplete" ? found : null;
}

const buyerOf = ({ billing_details: { email, name } }: Stripe.PaymentMethod): Buyer => ({
  email: email ?? "",
  name: name ?? "",
});
