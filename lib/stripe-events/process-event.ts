import { outcomeOf, planConvergence } from "./plan-convergence";
import { readTargets } from "./prepare-targets";
import { describeError, statusAfterFailure } from "./policy";
import {
  failEvent,
  findEvent,
  finishEvent,
  listUnfinished,
  lockUnfinished,
  type StoredEvent,
} from "./repository";
import type { EventContext } from "./types";

/** Events of one customer that are applied at once; more wait for the next round. */
const batchSize = 200;

/** Reads every object that the events name once, then writes all of it with the events' marks in one transaction. */
async function converge(ctx: EventContext, events: readonly StoredEvent[]): Promise<void> {
  const writes = await readTargets(ctx, planConvergence(events));
  await ctx.db.transaction(async (tx) => {
    const waiting = await lockUnfinished(
      tx,
      events.map(({ id }) => id),
    );
    if (waiting.size === 0) return;
    const outcomes = [];
    for (const { target, write } of writes) outcomes.push({ target, outcome: await write(tx) });
    for (const event of events.filter(({ id }) => waiting.has(id))) {
      const { status, note } = outcomeOf(event, outcomes);
      await finishEvent(tx, { id: event.id, status, note: note ?? null, processedAt: ctx.clock.now() });
    }
  });
}

/** @returns what to throw, for the queue to try again later; null when the event was applied or is dead */
async function applyAlone(ctx: EventContext, event: StoredEvent): Promise<Error | null> {
  try {
    await converge(ctx, [event]);
    return null;
  } catch (error) {
    const ageMs = ctx.clock.now().getTime() - (event.replayedAt ?? event.receivedAt).getTime();
    const status = statusAfterFailure(error, { attempts: event.attempts + 1, ageMs });
    await failEvent(ctx.db, { id: event.id, status, error: describeError(error) });
    ctx.log.error(
      { err: error, eventId: event.id, type: event.type, status },
      "a Stripe event could not be applied",
    );
    return status === "failed" ? asError(error) : null;
  }
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** One that cannot be applied keeps no other from being: what fails together is tried one by one. */
async function applyAll(ctx: EventContext, events: readonly StoredEvent[]): Promise<void> {
  if (events.length > 1) {
    try {
      await converge(ctx, events);
      return;
    } catch (error) {
      ctx.log.warn({ err: error, events: events.length }, "events could not be applied together");
    }
  }
  const failures: (Error | null)[] = [];
  for (const event of events) failures.push(await applyAlone(ctx, event));
  const failure = failures.find((error) => error !== null);
  if (failure) throw failure;
}

/**
 * Applies one event of the inbox. Its effects and its `processed` mark are one transaction, so it is applied once
 * however often it is tried.
 *
 * A failure is kept on the event and thrown, for the queue to try again later; after the last try of at least a day the
 * event is dead, which an admin sees, and nothing is thrown.
 */
export async function processStripeEvent(ctx: EventContext, eventId: string): Promise<void> {
  const event = await findEvent(ctx.db, eventId);
  if (!event || event.status === "processed" || event.status === "ignored") return;
  await applyAll(ctx, [event]);
}

/**
 * Applies all that waits for one of Stripe's customers: many events are one reading of each object that they name.
 * The same guarantees as for one event.
 */
export async function processCustomerEvents(ctx: EventContext, stripeCustomerId: string): Promise<void> {
  for (;;) {
    const events = await listUnfinished(ctx.db, stripeCustomerId, batchSize);
    if (events.length === 0) return;
    await applyAll(ctx, events);
  }
}
