import type { Database } from "@/lib/db";
import { fixedClock } from "@/tests/fakes/fixed-clock";

export const start = new Date("2026-03-15T12:30:00Z");
export const dayMs = 86_400_000;

export function createAlertsWorld(db: Database) {
  const clock = fixedClock(start);
  const ctx = { db, clock, systemClock: clock, appUrl: "https://app.example" };
  const twentyTimes = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 20 }, work));

  /** What somebody was told: mails and notices, the latest first. */
  async function told(userId: string) {
    const newestFirst = { where: { userId }, orderBy: { id: "desc" } } as const;
    const [mails, notices] = await Promise.all([
      db.prisma.outboxEmail.findMany(newestFirst),
      db.prisma.notice.findMany(newestFirst),
    ]);
    return {
      mails: mails.map(({ template, message }) => ({
        template,
        props: (message as { props: Record<string, unknown> }).props,
      })),
      notices: notices.map(({ title, body, href }) => ({ title, body, href })),
    };
  }

  /** How many mails and notices. */
  async function countTold(userId: string): Promise<[number, number]> {
    const { mails, notices } = await told(userId);
    return [mails.length, notices.length];
  }

  /** Fails whatever writes to a table, as a process that dies does. */
  async function whileBroken(table: "notices" | "outbox_emails", work: () => Promise<unknown>) {
    await db.sql({
      name: `break-${table}`,
      text: `ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`,
      values: [],
    });
    const outcome = await work().then(
      () => "done",
      () => "died",
    );
    await db.sql({ name: `mend-${table}`, text: `ALTER TABLE ${table} DROP CONSTRAINT broken`, values: [] });
    return outcome;
  }

  const suspend = (userId: string) =>
    db.prisma.user.update({ where: { id: userId }, data: { suspendedAt: clock.now() } });

  return { ctx, clock, twentyTimes, told, countTold, whileBroken, suspend };
}
