import { findHandler } from "./handler-registry";
import { describeError, statusAfterFailure } from "./policy";
import { failEvent, findEvent, finishEvent, lockUnfinished, type StoredEvent } from "./repository";
import type { EventContext } from "./types";

async function converge(ctx: EventContext, event: StoredEvent): Promise<void> {
  const handle = findHandler(event.type);
  const write = handle && (await handle(ctx, event));
  await ctx.db.transaction(async (tx) => {
    if (!(await lockUnfinished(tx, event.id))) return;
    const { status, note } = write ? await write(tx) : { status: "ignored" as const, note: "no handler" };
    await finishEvent(tx, { id: event.id, status, note: note ?? null, processedAt: ctx.clock.now() });
  });
}

/**
 * Applies one event of the inbox. Its effects and its `processed` mark are one transaction, so it is applied once
 * however often it is tried.
 *
 * A failure is kept on the event and thrown, for the queue to try again later; after the last try the event is
 * dead, which an admin sees, and nothing is thrown.
 */
export async function processStripeEvent(ctx: EventContext, eventId: string): Promise<void> {
  const event = await findEvent(ctx.db, eventId);
  if (!event || event.status === "processed" || event.status === "ignored") return;
  try {
    await converge(ctx, event);
  } catch (error) {
    const status = statusAfterFailure(event.attempts + 1);
    await failEvent(ctx.db, { id: eventId, status, error: describeError(error) });
    ctx.log.error({ err: error, eventId, type: event.type, status }, "a Stripe event could not be applied");
    if (status === "failed") throw error;
  }
}
