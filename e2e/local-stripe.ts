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

/** Stripe as the owner of the account has it in its dashboard. */
function openDashboard(): Stripe {
  const { hostname, port } = new URL(readStack().stripeUrl);
  return new Stripe("sk_test_quickscale_local", { host: hostname, port, protocol: "http" });
}

interface DirectPayment {
  userId: string;
  amountMinor: number;
  card: "pm_card_visa" | "pm_card_visa_chargeDeclinedInsufficientFunds";
}

/** Charges somebody without any page of ours, as the owner of the account can; a refused card is a refused payment. */
export async function payInDashboard({ userId, amountMinor, card }: DirectPayment): Promise<string> {
  const stripe = openDashboard();
  const customer = await stripe.customers.create({ metadata: { user_id: userId } });
  const intent = await stripe.paymentIntents.create({
    ...{ amount: amountMinor, currency: "usd", customer: customer.id },
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
  await stripe.paymentIntents.confirm(intent.id, { payment_method: card }).catch((error: unknown) => {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
  });
  return intent.id;
}

/** Gives back money of the customer's last payment, as the owner of the Stripe account does in its dashboard. */
export async function refundInDashboard(email: string, amountMinor: number): Promise<void> {
  const stripe = openDashboard();
  const [customer] = (await stripe.customers.list({ email, limit: 1 })).data;
  const [intent] = (await stripe.paymentIntents.list({ customer: customer!.id, limit: 1 })).data;
  await stripe.refunds.create({ payment_intent: intent!.id, amount: amountMinor });
}
