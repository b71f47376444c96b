import Stripe from "stripe";
import { readStack } from "./stack";

async function call<Answer>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${readStack().stripeUrl}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

interface DeliveryFaults {
  drop?: number;
  duplicate?: number;
  /** So many are held and sent in reverse. */
  reorder?: number;
  /** Milliseconds. */
  delay?: number;
}

/** Every delivery from now on, until healed. */
export const everyDelivery = 100_000;

export const setDeliveryFaults = (faults: DeliveryFaults) => call("POST", "/_emulator/deliveries", faults);

export const healDeliveries = () => call("DELETE", "/_emulator/deliveries");

/** Waits until every delivery was answered or given up, without waiting for delays. */
export const flushDeliveries = () => call("POST", "/_emulator/flush?hurry=true");

/** How many deliveries are in each state. */
export async function countDeliveries(): Promise<Record<string, number>> {
  const { deliveries } = await call<{ deliveries: Record<string, number> }>("GET", "/_emulator/stats");
  return deliveries;
}

/** Lets time pass for Stripe and for the app; answers when all that was due on the way has happened. */
export const advanceClock = (time: { days: number } | { minutes: number }) =>
  call("POST", "/_emulator/advance", {
    seconds: "days" in time ? time.days * 86_400 : time.minutes * 60,
  });

/** Gives back money of the customer's last payment, as the owner of the Stripe account does in its dashboard. */
export async function refundInDashboard(email: string, amountMinor: number): Promise<void> {
  const { stripeUrl } = readStack();
  const address = new URL(stripeUrl);
  const stripe = new Stripe("sk_test_quickscale_local", {
    host: address.hostname,
    port: address.port,
    protocol: "http",
  });
  const [customer] = (await stripe.customers.list({ email, limit: 1 })).data;
  const [intent] = (await stripe.paymentIntents.list({ customer: customer!.id, limit: 1 })).data;
  await stripe.refunds.create({ payment_intent: intent!.id, amount: amountMinor });
}
