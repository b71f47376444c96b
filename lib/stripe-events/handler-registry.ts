import type { EventHandler } from "./types";
import { handleCheckoutSessionAsyncPaymentFailed } from "./handlers/checkout-session-async-payment-failed";
import { handleCheckoutSessionAsyncPaymentSucceeded } from "./handlers/checkout-session-async-payment-succeeded";
import { handleCheckoutSessionCompleted } from "./handlers/checkout-session-completed";
import { handleCheckoutSessionExpired } from "./handlers/checkout-session-expired";
import { handlePaymentIntentPaymentFailed } from "./handlers/payment-intent-payment-failed";
import { handlePaymentIntentSucceeded } from "./handlers/payment-intent-succeeded";

const handlers: ReadonlyMap<string, EventHandler> = new Map([
  ["checkout.session.completed", handleCheckoutSessionCompleted],
  ["checkout.session.async_payment_succeeded", handleCheckoutSessionAsyncPaymentSucceeded],
  ["checkout.session.async_payment_failed", handleCheckoutSessionAsyncPaymentFailed],
  ["checkout.session.expired", handleCheckoutSessionExpired],
  ["payment_intent.succeeded", handlePaymentIntentSucceeded],
  ["payment_intent.payment_failed", handlePaymentIntentPaymentFailed],
]);

/** The event types that change something here. */
export const handledEventTypes: readonly string[] = [...handlers.keys()];

export function findHandler(type: string): EventHandler | null {
  return handlers.get(type) ?? null;
}
