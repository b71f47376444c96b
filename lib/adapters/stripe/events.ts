import type Stripe from "stripe";
import { z } from "zod";
import type { GatewayEvent, PaymentGateway } from "@/lib/ports/payment-gateway";
import { PaymentGatewayMisconfigured, WebhookRejected } from "@/lib/ports/payment-gateway-errors";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, time } from "./stripe-fields";

const toleranceSeconds = 300;
/** Of the `types` filter: https://docs.stripe.com/api/events/list */
const typesPerCall = 20;

const eventSchema = z.object({
  id: z.string().regex(/^evt_\w+$/),
  type: z.string().min(1).max(200),
  api_version: z.string().nullish(),
  created: time,
  data: z.object({ object: z.looseObject({ id: z.string().nullish(), object: z.string(), customer: idOf }) }),
});

function toEvent(payload: unknown): GatewayEvent {
  const event = readAnswer(eventSchema, payload);
  const object = event.data.object;
  return {
    id: event.id,
    type: event.type,
    apiVersion: event.api_version ?? null,
    objectId: object.id ?? null,
    stripeCustomerId: object.object === "customer" ? (object.id ?? null) : object.customer,
    occurredAt: event.created,
    payload: z.record(z.string(), z.unknown()).parse(payload),
  };
}

/** Any of our secrets may have signed: during a rotation two are valid at once. */
function verify(stripe: Stripe, secrets: readonly string[], [rawBody, signature]: [string, string]): unknown {
  let refusal: unknown;
  for (const secret of secrets) {
    try {
      return stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds);
    } catch (error) {
      refusal = error;
    }
  }
  throw new WebhookRejected({ cause: refusal });
}

export function eventMethods(
  stripe: Stripe,
  secrets: readonly string[],
): Pick<PaymentGateway, "verifyWebhook" | "listEvents"> {
  // With an empty secret anybody could sign.
  if (secrets.length === 0 || secrets.some((secret) => !secret.trim())) {
    throw new PaymentGatewayMisconfigured({ meta: { key: "STRIPE_WEBHOOK_SECRET" } });
  }
  return {
    verifyWebhook: (rawBody, signature) => {
      if (!signature) throw new WebhookRejected();
      return toEvent(verify(stripe, secrets, [rawBody, signature]));
    },
    async *listEvents({ since, types }) {
      const created = { gte: Math.floor(since.getTime() / 1000) };
      for (let from = 0; from < types.length; from += typesPerCall) {
        const some = types.slice(from, from + typesPerCall);
        const events = stripe.events.list({ created, types: some, limit: 100 })[Symbol.asyncIterator]();
        for (;;) {
          const next = await callStripe(() => events.next());
          if (next.done) break;
          yield toEvent(next.value);
        }
      }
    },
  };
}
