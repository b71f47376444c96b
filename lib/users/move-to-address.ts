import { Prisma, type Database, type Db } from "@/lib/db";
import { restartJob } from "@/lib/jobs";
import { EmailTaken } from "./errors";
import { deleteUnconfirmed, lockUserByEmail, updateUser } from "./repository";

interface Move {
  userId: string;
  to: string;
  now: Date;
}

async function move(tx: Db, { userId, to, now }: Move): Promise<void> {
  const other = await lockUserByEmail(tx, to);
  if (other && other.id !== userId && !(await deleteUnconfirmed(tx, other.id))) throw new EmailTaken();
  await updateUser(tx, userId, { email: to, emailVerified: now, updatedAt: now });
  const key = `customer-email:${userId}`;
  await restartJob(tx, { name: "sync-customer-email", payload: { userId }, key, queue: key });
}

/**
 * Runs a transaction that gives an account another confirmed address; a job tells Stripe. A sign-up that nobody
 * confirmed does not hold an address against who proved that it is theirs.
 * @throws EmailTaken also when somebody else took the address at the same moment
 */
export async function moveToAddress(
  db: Database,
  work: (tx: Db, moveTo: (change: Move) => Promise<void>) => Promise<void>,
): Promise<void> {
  try {
    await db.transaction((tx) => work(tx, (change) => move(tx, change)));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new EmailTaken();
    throw error;
  }
}
