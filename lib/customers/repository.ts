import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { UnknownStripeCustomer } from "./errors";

const columns = { userId: true, email: true, creationKey: true, stripeCustomerId: true } as const;

export interface BillingCustomer {
  userId: string;
  email: string;
  creationKey: string;
  stripeCustomerId: string | null;
}

/** The user's customer row, made on first use with their present address. */
export async function claimBillingCustomer(db: Db, userId: string): Promise<BillingCustomer> {
  const known = await db.prisma.billingCustomer.findUnique({ where: { userId }, select: columns });
  if (known) return known;
  const { email } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  await db.prisma.billingCustomer.createMany({ data: { userId, email }, skipDuplicates: true });
  return db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId }, select: columns });
}

/**
 * The first answer for this creation is kept; the customer that counts is returned. Needs a transaction: what Stripe
 * says of a customer finds its user from the same instant on.
 */
export async function keepCustomerId(
  db: Db,
  { userId, creationKey }: BillingCustomer,
  stripeCustomerId: string,
): Promise<string> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, creationKey, stripeCustomerId: null },
    data: { stripeCustomerId },
  });
  const row = await db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId }, select: columns });
  const kept = row.stripeCustomerId ?? stripeCustomerId;
  await db.prisma.stripeCustomer.createMany({
    data: { stripeCustomerId: kept, userId },
    skipDuplicates: true,
  });
  return kept;
}

/**
 * Writes the account's present address where the next customer is made from. One that is being made meanwhile, with
 * the address from before, is made anew: a key stands for one content.
 * @returns the address; null when no customer was ever asked for
 */
export async function keepEmail(db: Db, userId: string): Promise<string | null> {
  const user = await db.prisma.user.findUnique({
    where: { id: userId },
    select: { email: true, billingCustomer: { select: { userId: true } } },
  });
  if (!user?.billingCustomer) return null;
  const { email } = user;
  await db.prisma.billingCustomer.updateMany({
    where: { userId, stripeCustomerId: null, email: { not: email } },
    data: { email, creationKey: uuidv7() },
  });
  await db.prisma.billingCustomer.updateMany({ where: { userId }, data: { email } });
  return email;
}

/** The next try makes the customer under another key. */
export async function renewCreationKey(db: Db, { userId, creationKey }: BillingCustomer): Promise<void> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, creationKey, stripeCustomerId: null },
    data: { creationKey: uuidv7() },
  });
}

/** What makes the keys of the member's removals of payment methods other ones; null while nothing went wrong. */
export async function findRemovalKey(db: Db, userId: string): Promise<string | null> {
  const row = await db.prisma.billingCustomer.findUnique({
    where: { userId },
    select: { removalKey: true },
  });
  return row?.removalKey ?? null;
}

/** The next removal is asked for under another key, unless somebody renewed it meanwhile. */
export async function renewRemovalKey(
  db: Db,
  { userId, removalKey }: { userId: string; removalKey: string | null },
): Promise<void> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, removalKey },
    data: { removalKey: uuidv7() },
  });
}

/** The member's customer at Stripe; null before their first purchase. */
export async function findStripeCustomer(db: Db, userId: string): Promise<string | null> {
  const row = await db.prisma.billingCustomer.findUnique({
    where: { userId },
    select: { stripeCustomerId: true },
  });
  return row?.stripeCustomerId ?? null;
}

/** Every customer at Stripe that is the member's and was not deleted there; most have one. */
export async function listStripeCustomers(db: Db, userId: string): Promise<string[]> {
  const rows = await db.prisma.stripeCustomer.findMany({
    where: { userId, deletedAt: null },
    orderBy: { stripeCustomerId: "asc" },
    select: { stripeCustomerId: true },
  });
  return rows.map(({ stripeCustomerId }) => stripeCustomerId);
}

/** Whose customer this is or was; null when it was never ours. */
export async function findUserOfCustomer(db: Db, stripeCustomerId: string): Promise<string | null> {
  const row = await db.prisma.stripeCustomer.findUnique({
    where: { stripeCustomerId },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** @throws UnknownStripeCustomer */
export async function requireUserOfCustomer(db: Db, stripeCustomerId: string | null): Promise<string> {
  const userId = stripeCustomerId && (await findUserOfCustomer(db, stripeCustomerId));
  if (!userId) throw new UnknownStripeCustomer(stripeCustomerId);
  return userId;
}

/** Stripe no longer knows this customer: the next purchase makes another. */
export async function forgetCustomer(
  db: Db,
  { userId, stripeCustomerId, now }: { userId: string; stripeCustomerId: string; now: Date },
): Promise<void> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, stripeCustomerId },
    data: { stripeCustomerId: null, creationKey: uuidv7() },
  });
  await db.prisma.stripeCustomer.updateMany({
    where: { stripeCustomerId, deletedAt: null },
    data: { deletedAt: now },
  });
}
