import type { Database, Db } from "@/lib/db";
import { hashPassword } from "@/lib/users";
import { seededAccounts, seedPassword } from "./accounts";
import { adaJoinedAt, adaStory } from "./ada-story";
import { benJoinedAt, benStory } from "./ben-story";
import { storyContext, tell } from "./story";
import { addDays } from "./story-time";

function joinedAt(email: string, now: Date): Date {
  if (email.startsWith("cleo@")) return addDays(now, -0.05);
  return email.startsWith("ben@") ? benJoinedAt(now) : adaJoinedAt(now);
}

/** The people, all verified; Stripe meets each of them at their first real purchase. */
async function createPeople(
  tx: Db,
  { now, passwordHash }: { now: Date; passwordHash: string },
): Promise<ReadonlyMap<string, string>> {
  const people = await tx.prisma.user.createManyAndReturn({
    data: seededAccounts.map(({ email, name, role }) => {
      const createdAt = joinedAt(email, now);
      return { email, name, role, passwordHash, emailVerified: createdAt, createdAt, updatedAt: createdAt };
    }),
    select: { id: true, email: true },
  });
  const buyers = people.filter(({ email }) => /^(ada|ben)@/.test(email));
  await tx.prisma.billingCustomer.createMany({
    data: buyers.map(({ id, email }) => ({ userId: id, email, createdAt: joinedAt(email, now) })),
  });
  return new Map(people.map(({ id, email }) => [email.split("@")[0] ?? email, id]));
}

/**
 * Fills an empty database with demo people and the year that lies behind them, through the same use cases that
 * real events go through. All or nothing; a database that has people is left as it is. The same `now` gives the
 * same story.
 * @returns what was done, for the line that is shown at the start
 */
export async function seedDatabase(db: Database, now = new Date()): Promise<string> {
  if ((await db.prisma.user.count()) > 0) return "there already";
  const passwordHash = await hashPassword(seedPassword);
  return db.transaction(async (tx) => {
    const people = await createPeople(tx, { now, passwordHash });
    const idOf = (name: string) => people.get(name) ?? "";
    const ctx = storyContext(tx, now);
    await tell(ctx, [...adaStory(idOf("ada"), now), ...benStory(idOf("ben"), now)]);
    await tx.prisma.serviceRun.createMany({ data: ctx.runs });
    return `${people.size} people, ${ctx.runs.length} runs`;
  });
}
