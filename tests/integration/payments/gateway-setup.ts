import { createStripeGateway } from "@/lib/adapters/stripe";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { startBilling, type Billing } from "@/tests/integration/stripe-local/support/start-billing";

/** All that a list of the gateway holds. */
export async function allOf<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

/** A customer of Stripe's with a card, and our gateway to them: no database, no webhooks. */
export async function startGateway(): Promise<Billing & { gateway: PaymentGateway }> {
  const billing = await startBilling("2030-01-15");
  const settings = { secretKey: "sk_test_local", webhookSecrets: ["whsec_x"], callsPerSecond: 1_000 };
  return { ...billing, gateway: createStripeGateway({ ...settings, apiBase: billing.url }) };
}
