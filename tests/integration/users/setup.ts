import { randomUUID } from "node:crypto";
import { signUp, verifyEmail } from "@/lib/users";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { latestToken } from "@/tests/setup/queued-emails";
import { createTestDatabase } from "@/tests/setup/test-database";

export const goodPassword = "violet harbour tundra 9";
export const otherPassword = "amber lantern mosaic 4";

/** The context of the users' use cases on a database of this file's own. Call it once per file. */
export async function openUsers() {
  const db = await createTestDatabase(20);
  const clock = fixedClock(new Date());
  const actor = { kind: "system" as const, name: "cli" };
  const ctx = { db, systemClock: clock, appUrl: "https://app.example", actor };

  /** Signs up and, unless told otherwise, confirms the address. */
  async function register({
    email = `${randomUUID()}@example.com`,
    password = goodPassword,
    confirmed = true,
  } = {}) {
    await signUp(ctx, { email, password, ip: null });
    if (confirmed) await verifyEmail(ctx, await latestToken(db, email));
    return db.prisma.user.findUniqueOrThrow({ where: { email } });
  }

  /** A session row, as signing in makes one. */
  async function openSession(userId: string) {
    return db.prisma.session.create({
      data: { userId, tokenHash: randomUUID(), expires: new Date(clock.now().getTime() + 3_600_000) },
    });
  }

  /** Every counter of a limit that stands already is put to `points` tries. */
  async function setUsed(limit: string, points: number) {
    await db.prisma.rateLimit.updateMany({ where: { key: { startsWith: `${limit}:` } }, data: { points } });
  }

  return { db, clock, ctx, register, openSession, setUsed };
}

/** Processor time of this process, all its threads together: unlike the clock it does not mind a busy machine. */
export async function cpuTimeOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work().catch(() => undefined);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
