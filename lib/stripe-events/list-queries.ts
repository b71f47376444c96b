import type { Db, Prisma } from "@/lib/db";
import type { EventFilter, ListedEvent } from "./schema";

/** All but what Stripe wrote in it. */
export const eventColumns = {
  id: true,
  type: true,
  status: true,
  attempts: true,
  error: true,
  note: true,
  objectId: true,
  stripeCustomerId: true,
  source: true,
  occurredAt: true,
  receivedAt: true,
  processedAt: true,
  replayedAt: true,
  replayedBy: true,
} as const;

/** Where a page ends: the last event on it. */
export interface EventPlace {
  receivedAt: Date;
  id: string;
}

type Where = Prisma.StripeEventWhereInput;

function toWhere(filter: EventFilter): Where {
  const { ids, statuses, types, stripeCustomerId, objectId, since, until } = filter;
  return {
    ...(ids ? { id: { in: [...ids] } } : {}),
    ...(statuses ? { status: { in: [...statuses] } } : {}),
    ...(types ? { type: { in: [...types] } } : {}),
    ...(stripeCustomerId ? { stripeCustomerId } : {}),
    ...(objectId ? { objectId } : {}),
    ...(since || until
      ? { receivedAt: { ...(since ? { gte: since } : {}), ...(until ? { lt: until } : {}) } }
      : {}),
  };
}

const beyond = (order: "lt" | "gt", { receivedAt, id }: EventPlace): Where => ({
  OR: [{ receivedAt: { [order]: receivedAt } }, { receivedAt, id: { [order]: id } }],
});

interface Page {
  filter: EventFilter;
  from: EventPlace | null;
  limit: number;
}

/** Newest first, below `from`. */
export function readEvents(db: Db, { filter, from, limit }: Page): Promise<ListedEvent[]> {
  return db.prisma.stripeEvent.findMany({
    where: { AND: [toWhere(filter), from ? beyond("lt", from) : {}] },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: eventColumns,
  });
}

/** Oldest first, above `from`. */
export function readEventPlaces(db: Db, { filter, from, limit }: Page): Promise<EventPlace[]> {
  return db.prisma.stripeEvent.findMany({
    where: { AND: [toWhere(filter), from ? beyond("gt", from) : {}] },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { receivedAt: true, id: true },
  });
}

/** The same upwards: those nearest above `from`, newest first. */
export async function readNewerEvents(
  db: Db,
  { filter, from, limit }: Page & { from: EventPlace },
): Promise<ListedEvent[]> {
  const rows = await db.prisma.stripeEvent.findMany({
    where: { AND: [toWhere(filter), beyond("gt", from)] },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: eventColumns,
  });
  return rows.reverse();
}

export function countEvents(db: Db, filter: EventFilter, upTo?: number): Promise<number> {
  return db.prisma.stripeEvent.count({ where: toWhere(filter), ...(upTo ? { take: upTo } : {}) });
}

/** The oldest, as many as go back at once. */
export function readBatch(
  db: Db,
  { filter, limit }: Pick<Page, "filter" | "limit">,
): Promise<(EventPlace & { type: string })[]> {
  return db.prisma.stripeEvent.findMany({
    where: toWhere(filter),
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { receivedAt: true, id: true, type: true },
  });
}

/** Those of the filter that are no newer than a place, oldest first. */
export async function readUpTo(
  db: Db,
  { filter, place, limit }: { filter: EventFilter; place: EventPlace; limit: number },
): Promise<string[]> {
  const { receivedAt, id } = place;
  const rows = await db.prisma.stripeEvent.findMany({
    where: {
      AND: [toWhere(filter), { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lte: id } }] }],
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
