import type { Db, Prisma } from "@/lib/db";

type Subject = Prisma.SubscriptionGetPayload<{
  select: {
    id: true;
    status: true;
    stripePriceId: true;
    planKey: true;
    interval: true;
    amountMinor: true;
    currency: true;
    cancelsAt: true;
    paused: true;
  };
}>;

interface Times {
  occurredAt: Date;
  recordedAt: Date;
}

/** What we do ourselves is written at once, and its event, with whole seconds, comes right after. */
const atOnceMs = 60_000;

const told = {
  ...{ status: true, stripePriceId: true, planKey: true, amountMinor: true, cancelsAt: true, paused: true },
} as const;
const columns = { ...told, occurredAt: true } as const;
type Line = Pick<Subject, keyof typeof told> & { occurredAt: Date };

const isSame = (a: Line | null, b: Pick<Subject, keyof typeof told>) =>
  a?.status === b.status &&
  a.paused === b.paused &&
  a.stripePriceId === b.stripePriceId &&
  // The catalogue may learn later whose price it is.
  a.planKey === b.planKey &&
  a.amountMinor === b.amountMinor &&
  a.cancelsAt?.getTime() === b.cancelsAt?.getTime();

function findLatest(db: Db, subscriptionId: string, until?: Date): Promise<Line | null> {
  return db.prisma.subscriptionChange.findFirst({
    where: { subscriptionId, ...(until ? { occurredAt: { lte: until } } : {}) },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    select: columns,
  });
}

function findNext(db: Db, subscriptionId: string, after: Date): Promise<Line | null> {
  return db.prisma.subscriptionChange.findFirst({
    where: { subscriptionId, occurredAt: { gt: after } },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    select: columns,
  });
}

async function add(db: Db, subscription: Subject, times: Times): Promise<void> {
  const { id: subscriptionId, status, stripePriceId, planKey, interval } = subscription;
  const { amountMinor, currency, cancelsAt, paused } = subscription;
  const state = { status, stripePriceId, planKey, interval, amountMinor, currency, cancelsAt, paused };
  await db.prisma.subscriptionChange.create({
    data: { subscriptionId, ...state, ...times },
    select: { id: true },
  });
}

/**
 * Adds to the subscription's history how it is now, if that is different from its last line; never before that one.
 */
export async function recordChange(
  db: Db,
  subscription: Subject,
  { occurredAt, recordedAt }: Times,
): Promise<void> {
  const last = await findLatest(db, subscription.id);
  if (isSame(last, subscription)) return;
  const at = last && last.occurredAt > occurredAt ? last.occurredAt : occurredAt;
  await add(db, subscription, { occurredAt: at, recordedAt });
}

/**
 * Adds to the subscription's history how it was at an instant, however late that is heard, and whatever came after it.
 * Idempotent: an instant that the history tells of in the same way adds nothing.
 */
export async function recordPast(
  db: Db,
  subscription: Subject,
  { occurredAt, recordedAt }: Times,
): Promise<void> {
  const { id } = subscription;
  if (isSame(await findLatest(db, id, occurredAt), subscription)) return;
  const next = await findNext(db, id, occurredAt);
  const isAtOnce = next !== null && next.occurredAt.getTime() - occurredAt.getTime() <= atOnceMs;
  if (isAtOnce && isSame(next, subscription)) return;
  await add(db, subscription, { occurredAt, recordedAt });
}
