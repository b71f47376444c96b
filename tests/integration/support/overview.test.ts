import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AppContext } from "@/lib/context";
import { getOverview } from "@/lib/support";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const { id } = await createUser(db, { role: "admin" });
const actor = { kind: "user", userId: id, role: "admin", sessionId: id } as const;
const ctx = { db, actor, clock, systemClock: clock } as unknown as AppContext;
const now = clock.now();
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

const { id: userId, email } = await createUser(db);
await db.prisma.billingCustomer.create({ data: { userId, email } });
const { id: paymentId } = await db.prisma.payment.create({
  data: {
    ...{ userId, kind: "purchase", status: "succeeded", description: "500 credits", amountMinor: 4_500n },
    ...{ currency: "usd", creditsMilli: 1n, stripePaymentIntentId: "pi_1", syncSeq: 1n, paidAt: now },
    ...{ createdAt: now, updatedAt: now },
  },
});

const dispute = (name: string, status: "needs_response" | "under_review" | "lost", dueBy: Date | null) =>
  db.prisma.dispute.create({
    data: {
      ...{ userId, paymentId, stripeDisputeId: name, amountMinor: 1n, currency: "usd", reason: "general" },
      ...{ status, dueBy, openedAt: now, syncSeq: 1n, updatedAt: now },
    },
  });
const message = (status: "open" | "closed") =>
  db.prisma.contactMessage.create({
    data: {
      ...{ formKey: randomUUID(), name: "n", email: "e", subject: "s", body: "b", status },
      ...{ createdAt: now, updatedAt: now },
    },
  });
const plan = (name: string) =>
  db.prisma.subscription.create({
    data: {
      ...{ userId, stripeSubscriptionId: name, stripeItemId: "si", stripePriceId: "p", planKey: "k" },
      ...{ planName: "Basic", interval: "month", creditsMilli: 1n, amountMinor: 1n, currency: "usd" },
      ...{ startedAt: now, periodStartsAt: now, periodEndsAt: now, syncSeq: 1n, updatedAt: now },
      status: "past_due",
    },
  });
const job = () =>
  db.sql({
    name: "add-job",
    text: "SELECT j.id FROM graphile_worker.add_job('send-email', max_attempts => 3) AS j",
    values: [],
  });

test("nothing waits at first, and nothing was checked", async () => {
  const calm = { disputesDue: 0, openDisputes: 0, deadWebhooks: 0, pastDuePlans: 0, openMessages: 0 };
  expect(await getOverview(ctx)).toMatchObject({
    ...{ ...calm, failedJobs: 0, refundRequests: 0, nextDisputeDueAt: null },
    ...{ ledgerChecked: null, auditChecked: null },
  });
});

test("what waits is counted, and what does not is left out", async () => {
  await dispute("dp_1", "needs_response", inDays(5));
  await dispute("dp_2", "needs_response", inDays(3));
  await dispute("dp_3", "under_review", inDays(-1));
  await dispute("dp_4", "lost", inDays(-2));
  for (const status of ["open", "open", "closed"] as const) await message(status);
  await plan("sub_1");
  await job();
  await job();
  await db.sql({
    name: "fail-job",
    text: `UPDATE graphile_worker._private_jobs SET attempts = 3, last_error = 'boom'
      WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs) RETURNING id`,
    values: [],
  });
  const check = { problems: [], startedAt: now, updatedAt: now };
  await db.prisma.ledgerCheck.create({
    data: { ...check, state: "found_problems", problemCount: 2, finishedAt: now },
  });
  await db.prisma.ledgerCheck.create({ data: { ...check, state: "failed" } });
  expect(await getOverview(ctx)).toMatchObject({
    ...{ openDisputes: 3, disputesDue: 2, nextDisputeDueAt: inDays(3), openMessages: 2 },
    ...{ pastDuePlans: 1, failedJobs: 1, refundRequests: 0 },
    ledgerChecked: { at: now, problems: 2 },
  });
});
