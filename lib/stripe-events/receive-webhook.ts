import type { AppContext } from "@/lib/context";
import { readBody } from "./read-body";
import { storeEvents } from "./repository";

type Context = Pick<AppContext, "db" | "payments" | "clock">;

/** Stripe's largest events are well below this. */
const maxBytes = 1_000_000;

/**
 * Takes an event into the inbox with the job that will process it. Idempotent by the event's id.
 * @throws WebhookRejected when Stripe did not sign it just now, WebhookTooLarge
 */
export async function receiveWebhook({ db, payments, clock }: Context, request: Request): Promise<void> {
  const rawBody = await readBody(request, maxBytes);
  const event = payments.verifyWebhook(rawBody, request.headers.get("stripe-signature"));
  await storeEvents(db, [event], { source: "webhook", receivedAt: clock.now() });
}
