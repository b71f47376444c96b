import type { Db, Prisma } from "@/lib/db";
import type { EventFilter, ListedEvent } from "./schema";

const columns = {
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

function toWhere({ ids, statuses, types, stripeCustomerId, since, until }: EventFilter): Where {
  return {
    ...(ids ? { id: { in: [...ids] } } : {}),
    ...(statuses ? { status: { in: [...statuses] } } : {}),
    ...(types ? { type: { in: [...types] } } : {}),
    ...(stripeCustomerId ? { stripeCustomerId } : {}),
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
    select: columns,
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

export function countEvents(db: Db, filter: EventFilter): Promise<number> {
  return db.prisma.stripeEvent.count({ where: toWhere(filter) });
}
