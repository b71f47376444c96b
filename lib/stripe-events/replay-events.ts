import type { AppContext } from "@/lib/context";
import { StripeEventNotFound } from "./errors";
import { countEvents, readEventPlaces, type EventPlace } from "./list-queries";
import type { EventFilter } from "./schema";
import { putBack } from "./replay-repository";
import { requireOperator } from "./require-operator";

type Context = Pick<AppContext, "db" | "clock" | "actor" | "log">;

const batchSize = 500;

/**
 * Has events of the inbox processed again, whatever became of them: what Stripe says now is what counts, so that one
 * which was applied changes nothing. Each is noted with who asked for it and when, and gets all its tries again.
 * Events that arrive meanwhile are left alone.
 *
 * @returns how many events were put back, or would be with `dryRun`
 * @throws StripeEventsForbidden
 */
export async function replayEvents(
  { db, clock, actor, log }: Context,
  filter: EventFilter,
  { dryRun = false } = {},
): Promise<{ events: number }> {
  const replayedBy = requireOperator(actor);
  if (dryRun) return { events: await countEvents(db, filter) };
  const replayedAt = clock.now();
  const bounded = { ...filter, until: filter.until ?? new Date(replayedAt.getTime() + 1) };
  let events = 0;
  for (let from: EventPlace | null = null; ;) {
    const batch: EventPlace[] = await readEventPlaces(db, { filter: bounded, from, limit: batchSize });
    if (batch.length > 0)
      events += await putBack(db, { ids: batch.map(({ id }) => id), replayedAt, replayedBy });
    from = batch.at(-1) ?? null;
    if (batch.length < batchSize) break;
  }
  log.info({ events, replayedBy }, "Stripe events were put back");
  return { events };
}

/**
 * The same for one event.
 * @throws StripeEventsForbidden, StripeEventNotFound
 */
export async function replayEvent(ctx: Context, id: string): Promise<void> {
  const { events } = await replayEvents(ctx, { ids: [id] });
  if (events === 0) throw new StripeEventNotFound(id);
}
