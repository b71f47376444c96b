import { randomUUID } from "node:crypto";
import { aggregateUsage, beginUsage } from "@/lib/usage";
import type { AppContext } from "@/lib/context";
import type { UsageKind } from "@/lib/usage/types";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

interface Use {
  userId: string;
  /** An instant. */
  at: string;
  kind?: UsageKind;
  subject?: string;
  source?: "web" | "api";
  outcome?: "succeeded" | "failed";
  costMilli?: bigint;
}

/** People with zones who use things, at the time of one clock. */
export async function openReports() {
  const db = await createTestDatabase();
  const clock = fixedClock(new Date("2026-11-01T00:00:00Z"));
  const log = recordingLog();
  const actor = { kind: "anonymous" };
  const ctx = {
    db,
    clock,
    systemClock: clock,
    log,
    actor,
    appUrl: "https://app.example",
  } as unknown as AppContext;

  async function createPerson(
    timeZone: string | null = null,
    changes: { role?: "admin"; suspendedAt?: Date } = {},
  ) {
    const user = await createUser(db, { role: changes.role });
    await db.prisma.user.update({ where: { id: user.id }, data: { timeZone, ...changes } });
    return user;
  }

  async function use({ userId, at, outcome = "succeeded", costMilli = 0n, ...what }: Use): Promise<void> {
    const { kind = "run", subject = "word-counter", source = "web" } = what;
    const [id, begun] = [randomUUID(), new Date(at)];
    await beginUsage(db, { userId, at: begun, id, kind, subject, source });
    await db.sql({
      name: "end-with-cost",
      text: `SELECT end_usage($1::uuid, $2::timestamptz, $3::uuid, $4::usage_outcome, $5::bigint, $5::bigint, 0, 7) AS ended`,
      values: [userId, begun, id, outcome, costMilli],
    });
  }

  const at = (instant: string): AppContext => {
    clock.set(new Date(instant));
    return ctx;
  };
  const actingAs = (userId: string): AppContext => ({
    ...ctx,
    actor: { kind: "user", userId, role: "admin", sessionId: userId },
  });
  /** Keys of the mails to somebody. */
  const mailsOf = async (userId: string) =>
    db.prisma.outboxEmail.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return { db, ctx, clock, log, createPerson, use, at, actingAs, mailsOf, sum: () => aggregateUsage(ctx) };
}
