import type { Db } from "@/lib/db";
import { eventColumns } from "./list-queries";
import type { EventDetail } from "./schema";
import { isUuid } from "@/lib/shared/is-uuid";

async function findOwner(db: Db, stripeCustomerId: string | null): Promise<string | null> {
  if (!stripeCustomerId) return null;
  const customer = await db.prisma.stripeCustomer.findUnique({
    where: { stripeCustomerId },
    select: { userId: true },
  });
  return customer?.userId ?? null;
}

/** One event with its payload, and whom it and its last replay concern. */
export async function readEvent(db: Db, id: string): Promise<EventDetail | null> {
  const event = await db.prisma.stripeEvent.findUnique({
    where: { id },
    select: { ...eventColumns, apiVersion: true, payload: true },
  });
  if (!event) return null;
  const userId = await findOwner(db, event.stripeCustomerId);
  const operator = event.replayedBy && isUuid(event.replayedBy) ? event.replayedBy : null;
  const people = await db.prisma.user.findMany({
    where: { id: { in: [userId, operator].filter((one) => one !== null) } },
    select: { id: true, email: true },
  });
  const emailOf = (one: string | null) => people.find((person) => person.id === one)?.email ?? null;
  return { ...event, userId, userEmail: emailOf(userId), replayedByEmail: emailOf(operator) };
}
