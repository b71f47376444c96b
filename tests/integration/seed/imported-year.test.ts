import { beforeAll, expect, test } from "vitest";
import { importDemoYear } from "@/dev/stack/demo-year/import-demo-year";
import { verifyLedger } from "@/lib/credits";
import { reconcile } from "@/lib/reconciliation";
import { requestRefund } from "@/lib/refunds";
import { addMonths } from "@/lib/shared/add-months";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const { prisma } = shop.db;
const { createAdmin } = returnsOf(shop);
const system = { ...shop.ctx, actor: { kind: "system", name: "test" } } as const;
const [daySeconds, hourMs] = [86_400, 3_600_000];

async function findDifferences(days: number) {
  const since = new Date(shop.ctx.clock.now().getTime() - days * daySeconds * 1_000);
  const { compared, differences } = await reconcile(system, { since });
  return { compared, differences };
}

async function objectsInStripe(): Promise<Record<string, number>> {
  const response = await fetch(`${shop.stripeUrl}/_emulator/stats`);
  return ((await response.json()) as { objects: Record<string, number> }).objects;
}

const customers = () => prisma.billingCustomer.findMany({ orderBy: { userId: "asc" } });

beforeAll(async () => {
  await seedDatabase(shop.db);
  expect(await importDemoYear(shop.ctx, shop.stripeUrl)).toContain("payments");
}, 60_000);

test("a second import changes nothing, also after one that was killed before our side had written", async () => {
  const [before, rows] = [await objectsInStripe(), await customers()];
  expect(before.payment_intent).toBe(await prisma.payment.count());
  expect(await importDemoYear(shop.ctx, shop.stripeUrl)).toBe("there already");
  await prisma.stripeCustomer.deleteMany();
  await prisma.billingCustomer.updateMany({ data: { stripeCustomerId: null } });
  await importDemoYear(shop.ctx, shop.stripeUrl);
  expect(await objectsInStripe()).toEqual(before);
  expect(await customers()).toEqual(rows);
});

test("both books agree about more than a year", async () => {
  const { compared, differences } = await findDifferences(400);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(700);
}, 60_000);

test("a payment of the year can be refunded", async () => {
  const admin = await createAdmin();
  const { id: paymentId } = await prisma.payment.findFirstOrThrow({
    where: {
      status: "succeeded",
      kind: "purchase",
      refundedMinor: 0n,
      currency: "usd",
      disputes: { none: {} },
    },
    orderBy: { createdAt: "desc" },
  });
  const { refundId } = await requestRefund(admin.as, { paymentId, credits: "claw_back", reason: null });
  await shop.settle();
  const refund = await prisma.refund.findUniqueOrThrow({ where: { id: refundId } });
  expect(refund).toMatchObject({ status: "succeeded" });
  expect(refund.stripeRefundId).toMatch(/^re_/);
  expect(refund.clawedAt).not.toBeNull();
});

/** Of each renewal a dozen is told; what says the same less late is enough, and takes a fifth of the time. */
const repetitive = [
  ...["invoice.created", "invoice.finalized", "invoice.updated", "invoice.upcoming", "invoice_payment.paid"],
  ...["invoice.payment_succeeded", "charge.succeeded", "charge.updated", "customer.updated"],
  ...["payment_intent.created", "payment_intent.succeeded", "payment_intent.payment_failed", "charge.failed"],
];

test("plans go on: each renews, changes or ends on its day, whoever is past due is given up, the dispute is lost", async () => {
  const before = await prisma.subscription.findMany({ where: { endedAt: null } });
  const known = (await prisma.invoice.findMany({ select: { id: true } })).map(({ id }) => id);
  await shop.stripe.breakDeliveries({ drop: 100_000, types: repetitive });
  await shop.advance(32 * daySeconds);
  const until = shop.ctx.clock.now().getTime();
  await shop.settle();
  await shop.stripe.heal();
  const after = await prisma.subscription.findMany({
    include: { invoices: { where: { id: { notIn: known } } } },
  });
  const isPast = (at: Date, waitMs = 0) => at.getTime() + waitMs <= until;
  for (const { id, status, periodEndsAt, cancelsAt, interval, nextPlanKey, planKey } of before) {
    const now = after.find((one) => one.id === id)!;
    const goesOn = status === "active" && !(cancelsAt && isPast(cancelsAt));
    expect(now.status).toBe(goesOn ? "active" : "canceled");
    const months = interval === "year" ? 12 : 1;
    let renewals = 0;
    while (goesOn && isPast(addMonths(periodEndsAt, renewals * months), hourMs)) renewals += 1;
    if (renewals > 0) expect(now.planKey).toBe(nextPlanKey ?? planKey);
    expect(now.invoices).toHaveLength(renewals);
    const creditsMilli = now.planKey === "plan_pro" ? 2_500_000n : 1_000_000n;
    for (const bill of now.invoices)
      expect(bill).toMatchObject({ status: "paid", creditsMilli, problem: null });
  }
  expect(before.filter(({ status }) => status === "past_due").length).toBeGreaterThan(0);
  expect(before.filter(({ currency }) => currency === "eur").length).toBeGreaterThan(0);
  expect(await prisma.dispute.count({ where: { status: "lost" } })).toBe(2);
  expect((await findDifferences(30)).differences).toEqual([]);
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
}, 90_000);
