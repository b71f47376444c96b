import { randomUUID } from "node:crypto";
import Stripe from "stripe";

const stripe = new Stripe("sk_test_signer");

type Overrides = { id?: string; type?: string; object?: Record<string, unknown>; apiVersion?: string };

/** An event as Stripe writes it. */
export function stripeEvent({ id, type = "customer.created", object = {}, apiVersion }: Overrides = {}) {
  return {
    id: id ?? `evt_${randomUUID().replaceAll("-", "")}`,
    object: "event",
    api_version: apiVersion ?? Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1000),
    data: { object: { id: "cus_1", object: "customer", ...object } },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}

type Signing = { secret: string; ageSeconds?: number };

/** The headers of a delivery, signed by the SDK's own signer. */
export function signed(payload: string, { secret, ageSeconds = 0 }: Signing): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { "stripe-signature": header, "content-type": "application/json" };
}
