import type { AppContext } from "@/lib/context";
import { readEvents, type EventPlace } from "./list-queries";
import type { EventFilter, EventPage } from "./schema";
import { requireOperator } from "./require-operator";

type Context = Pick<AppContext, "db" | "actor">;

const longestPage = 200;

const toCursor = ({ receivedAt, id }: EventPlace) => `${receivedAt.getTime()}-${id}`;

/** A cursor that nobody was given begins at the top. */
function toPlace(cursor: string | undefined): EventPlace | null {
  const [, time, id] = /^(\d{1,15})-(evt_\w+)$/.exec(cursor ?? "") ?? [];
  return time && id ? { receivedAt: new Date(Number(time)), id } : null;
}

/**
 * A page of the inbox, newest first, by keyset: for admins and the system.
 * @throws StripeEventsForbidden
 */
export async function listEvents(
  { db, actor }: Context,
  filter: EventFilter,
  { before, limit = 50 }: { before?: string | undefined; limit?: number | undefined } = {},
): Promise<EventPage> {
  requireOperator(actor);
  const size = Math.min(Math.max(Math.trunc(limit), 1), longestPage);
  const read = await readEvents(db, { filter, from: toPlace(before), limit: size + 1 });
  const events = read.slice(0, size);
  const last = events.at(-1);
  return { events, older: last && read.length > size ? toCursor(last) : null };
}
