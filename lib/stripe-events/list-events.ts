import type { AppContext } from "@/lib/context";
import { fromPlaceCursor, toPlaceCursor } from "./event-place";
import { readEvents, readNewerEvents } from "./list-queries";
import type { EventFilter, EventPage } from "./schema";
import { requireOperator } from "./require-operator";

type Context = Pick<AppContext, "db" | "actor">;

interface PageInput {
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null | undefined;
  after?: string | null | undefined;
  limit?: number | undefined;
}

const longestPage = 200;

/**
 * A page of the inbox, newest first, by keyset: for admins and the system. A cursor that nobody was given begins at
 * the top.
 * @throws StripeEventsForbidden
 */
export async function listEvents(
  { db, actor }: Context,
  filter: EventFilter,
  { before, after, limit = 50 }: PageInput = {},
): Promise<EventPage> {
  requireOperator(actor);
  const size = Math.min(Math.max(Math.trunc(limit), 1), longestPage);
  const below = fromPlaceCursor(before);
  const above = below ? null : fromPlaceCursor(after);
  if (above) {
    const read = await readNewerEvents(db, { filter, from: above, limit: size + 1 });
    const events = read.slice(-size);
    const more = read.length > size;
    return { events, older: toPlaceCursor(events.at(-1)), newer: more ? toPlaceCursor(events[0]) : null };
  }
  const read = await readEvents(db, { filter, from: below, limit: size + 1 });
  const events = read.slice(0, size);
  const older = read.length > size ? toPlaceCursor(events.at(-1)) : null;
  return { events, older, newer: below ? toPlaceCursor(events[0]) : null };
}
