import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { EventQueue } from "./event-queue";
import { readBody } from "./read-body";
import { storeEvents } from "./repository";

type Context = Pick<AppContext, "db" | "payments" | "clock">;

/** Stripe's largest events are well below this. */
const maxBytes = 1_000_000;

/** By pool: what waits while other events are being stored. */
const queues = new WeakMap<Db, EventQueue>();

function queueOf({ db, clock }: Context): EventQueue {
  const known = queues.get(db);
  if (known) return known;
  const queue = new EventQueue((events) =>
    storeEvents(db, events, { source: "webhook", receivedAt: clock.now() }),
  );
  queues.set(db, queue);
  return queue;
}

/**
 * Takes an event into the inbox with the job that will process it. Idempotent by the event's id.
 * @throws WebhookRejected when Stripe did not sign it just now, WebhookTooLarge
 */
export async function receiveWebhook(ctx: Context, request: Request): Promise<void> {
  const rawBody = await readBody(request, maxBytes);
  const event = ctx.payments.verifyWebhook(rawBody, request.headers.get("stripe-signature"));
  await queueOf(ctx).add({ event, bytes: rawBody.length });
}
