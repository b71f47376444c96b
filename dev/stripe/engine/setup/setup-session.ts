import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type HiddenSession, type SessionParams } from "../session-terms";
import { createCustomer } from "../customers";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type Buyer, completeSession, type SessionOutcome } from "../complete-session";
import { type CardInput, createCardMethod } from "../payment-methods";
import { attemptSetup, finishSetupAuthentication, type SetupOutcome } from "./confirm-setup";
import { createSetupIntent } from "./setup-intents";

/** Refuses what belongs to payments. https://docs.stripe.com/payments/save-and-reuse */
export function checkSetupParams(params: SessionParams): void {
  for (const param of ["line_items", "payment_intent_data"] as const) {
    if (params[param] !== undefined)
      throw invalidRequest(`You can not pass \`${param}\` in \`setup\` mode.`, { param });
  }
  if (!params.currency) {
    throw invalidRequest("Missing required param: currency.", {
      code: "parameter_missing",
      param: "currency",
    });
  }
}

/** What a session in setup mode has instead of amounts: a setup intent, from the start. */
export function setupFields(engine: Engine, params: SessionParams): Partial<Stripe.Checkout.Session> {
  const data = params.setup_intent_data ?? {};
  const intent = createSetupIntent(engine, {
    ...(params.customer ? { customer: params.customer } : {}),
    ...(data.description === undefined ? {} : { description: data.description }),
    ...(data.metadata === undefined ? {} : { metadata: data.metadata }),
  });
  return {
    amount_subtotal: null,
    amount_total: null,
    mode: "setup",
    payment_method_collection: "always",
    payment_status: "no_payment_required",
    setup_intent: intent.id,
    total_details: null,
  };
}

/** The buyer pressed Save. A refused card leaves the session open. */
export function saveCard(
  engine: Engine,
  session: Stripe.Checkout.Session,
  { buyer, card }: { buyer: Buyer; card: Pick<CardInput, "card" | "expMonth" | "expYear"> },
): SessionOutcome {
  const { allowRedisplay = "limited" } = engine.store.objects.hidden<HiddenSession>(session.id);
  const billing = { email: buyer.email, name: buyer.name };
  const method = createCardMethod(engine, { ...card, billing, allowRedisplay });
  const intent = withCustomer(engine, session, buyer);
  return outcomeOf(engine, { session, buyer }, attemptSetup(engine, { intent, method }, session.url));
}

/** The buyer came back from 3-D Secure. */
export function finishSessionSetup(
  engine: Engine,
  session: Stripe.Checkout.Session,
  { intent, passed }: { intent: Stripe.SetupIntent; passed: boolean },
): SessionOutcome {
  const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
  const { email, name } = method.billing_details;
  const buyer = { email: email ?? "", name: name ?? "" };
  return outcomeOf(engine, { session, buyer }, finishSetupAuthentication(engine, intent, passed));
}

function outcomeOf(
  engine: Engine,
  { session, buyer }: { session: Stripe.Checkout.Session; buyer: Buyer },
  { intent }: SetupOutcome,
): SessionOutcome {
  if (intent.status === "requires_action") return { kind: "authenticate", intent };
  if (intent.status !== "succeeded")
    return { kind: "declined", message: intent.last_setup_error?.message ?? "" };
  const customer = idOf(intent.customer);
  return { kind: "complete", session: completeSession(engine, session, { buyer, intent: null, customer }) };
}

/** A session told to create a customer does so for the card, which is kept with it. */
function withCustomer(engine: Engine, session: Stripe.Checkout.Session, buyer: Buyer): Stripe.SetupIntent {
  const intent = engine.require("setup_intent", idOf(session.setup_intent) ?? "");
  if (idOf(intent.customer) || session.customer_creation !== "always") return intent;
  const customer = createCustomer(engine, { email: buyer.email, name: buyer.name });
  return engine.update(intent, { customer: customer.id });
}
