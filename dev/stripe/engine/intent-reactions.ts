import type Stripe from "stripe";
import { type Engine } from "./engine";

/** What an intent's fate means to the one it pays for. Called in the transaction of the change itself. */
export interface IntentReactions {
  succeeded: (engine: Engine, intent: Stripe.PaymentIntent) => void;
  /** An attempt was refused, or its owner could not be authenticated. */
  failed: (engine: Engine, intent: Stripe.PaymentIntent) => void;
  actionRequired: (engine: Engine, intent: Stripe.PaymentIntent) => void;
}

const reactions: IntentReactions[] = [];

/** Those who bill register once, when their module loads: payments know nothing of invoices. */
export function reactToIntents(reaction: IntentReactions): void {
  reactions.push(reaction);
}

export function tellIntent(fate: keyof IntentReactions, engine: Engine, intent: Stripe.PaymentIntent): void {
  for (const reaction of reactions) reaction[fate](engine, intent);
}
