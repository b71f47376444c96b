import type { AppContext } from "@/lib/context";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";
import { handledEventTypes, requeueStuckEvents, storeEvents } from "@/lib/stripe-events";
import { findCursor, moveCursor } from "./repository";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log">;

const hourMs = 3_600_000;
/** Stripe's clock and ours differ, and events may be listed late: look back a little further each time. */
const overlapMs = hourMs;
/** Stripe itself delivers for three days before it gives up. */
const firstLookBackMs = 72 * hourMs;
/** An event younger than this is simply being processed. */
const patienceMs = hourMs / 12;
const batchSize = 100;

export interface Sweep {
  listed: number;
  /** Events that no webhook had told us of. */
  found: number;
  /** Older events that had lost their job. */
  requeued: number;
}

/**
 * Takes the events that Stripe lists and that never arrived into the inbox. Idempotent; the cursor moves only
 * after everything was stored, so an interrupted sweep loses nothing.
 *
 * @throws PaymentGatewayError
 */
export async function sweepStripeEvents({ db, payments, clock, log }: Context): Promise<Sweep> {
  const startedAt = clock.now();
  const cursor = await findCursor(db);
  const since = new Date((cursor?.getTime() ?? startedAt.getTime() - firstLookBackMs) - overlapMs);
  const sweep: Sweep = { listed: 0, found: 0, requeued: 0 };
  let batch: GatewayEvent[] = [];
  const store = async () => {
    sweep.listed += batch.length;
    sweep.found += await storeEvents(db, batch, { source: "sweep", receivedAt: clock.now() });
    batch = [];
  };
  for await (const event of payments.listEvents({ since, types: handledEventTypes })) {
    batch.push(event);
    if (batch.length === batchSize) await store();
  }
  await store();
  await moveCursor(db, startedAt);
  sweep.requeued = await requeueStuckEvents(db, new Date(startedAt.getTime() - patienceMs));
  if (sweep.found + sweep.requeued > 0) log.warn(sweep, "the sweep found events that were not on their way");
  return sweep;
}
