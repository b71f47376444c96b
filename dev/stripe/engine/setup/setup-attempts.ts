import type Stripe from "stripe";
import { defaultPart } from "../../contract/default-object";
import { usedCard } from "../card-details";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

/** Every confirmation leaves one, whatever it leads to. https://docs.stripe.com/api/setup_attempts */
export function recordAttempt(
  engine: Engine,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupAttempt {
  abandonAttempt(engine, intent);
  return engine.create("setup_attempt", {
    customer: idOf(intent.customer),
    payment_method: method.id,
    payment_method_details: { type: "card", card: cardDetails(engine, method) },
    setup_intent: intent.id,
    status: "requires_confirmation",
    usage: intent.usage,
  });
}

/** The attempt that an intent is at, as it is now. */
export function latestAttempt(engine: Engine, intent: Stripe.SetupIntent): Stripe.SetupAttempt | null {
  return engine.store.objects.find("setup_attempt", idOf(intent.latest_attempt) ?? "");
}

/** Another attempt takes its place, or the intent was canceled. */
export function abandonAttempt(engine: Engine, intent: Stripe.SetupIntent): void {
  const attempt = latestAttempt(engine, intent);
  if (attempt?.status === "requires_action") engine.update(attempt, { status: "abandoned" });
}

function cardDetails(
  engine: Engine,
  method: Stripe.PaymentMethod,
): Stripe.SetupAttempt.PaymentMethodDetails.Card {
  const { card } = method;
  if (!card) throw new Error(`${method.id} is not a card`);
  const empty = defaultPart(engine.contract, "setup_attempt", "payment_method_details.card");
  return {
    ...(empty as unknown as Stripe.SetupAttempt.PaymentMethodDetails.Card),
    ...usedCard(card),
  };
}
