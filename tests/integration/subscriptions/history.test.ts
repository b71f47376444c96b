import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ToldSubscription } from "@/lib/ports/subscription-gateway";
import { sweepStripeEvents } from "@/lib/reconciliation";
import { cancelPlan, prepareSubscriptions, resumePlan } from "@/lib/subscriptions";
import { openShop } from "@/tests/setup/shop";
import { day, endAllPlans, planOf, stripeOf, subscribe, type Member } from "./subscribe";

vi.setConfig({ testTimeout: 60_000 });
const shop = await openShop();
const stripe = stripeOf(shop);
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

async function historyOf({ user }: Member) {
  const lines = await shop.db.prisma.subscriptionChange.findMany({
    where: { subscription: { userId: user.id } },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  return lines.map(({ status, amountMinor, cancelsAt, occurredAt }) => ({
    ...{ status, amountMinor, ends: cancelsAt !== null, at: occurredAt.getTime() },
  }));
}

const now = () => shop.ctx.clock.now().getTime();
const soonAfter = (start: number, after: number) => (at: number) =>
  at >= start + after - 2_000 && at < start + after + 5_000;

test("what happened while no webhook came is told of its own time, each step of it", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const { stripeSubscriptionId: id, stripeItemId } = (await planOf(shop, member))!;
  await sweepStripeEvents(shop.ctx);
  await shop.stripe.breakDeliveries({ drop: 1_000 });
  const start = now();
  const [pro] = (await stripe.prices.list({ lookup_keys: ["plan_pro_month"] })).data;
  await shop.advance(2 * day);
  await stripe.subscriptions.update(id, { items: [{ id: stripeItemId, price: pro!.id }] });
  await shop.advance(3 * day);
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await shop.advance(4 * day);
  await stripe.subscriptions.cancel(id);
  await shop.advance(5 * day);
  await sweepStripeEvents(shop.ctx);
  await shop.settle();
  const [, changed, planned, ended, ...more] = await historyOf(member);
  expect([changed, planned, ended]).toMatchObject([
    { status: "active", amountMinor: 10_000n, ends: false },
    { status: "active", amountMinor: 10_000n, ends: true },
    { status: "canceled", amountMinor: 10_000n, ends: false },
  ]);
  expect(more).toEqual([]);
  for (const [line, days] of [
    [changed!, 2],
    [planned!, 5],
    [ended!, 9],
  ] as const)
    expect(line.at).toSatisfy(soonAfter(start, days * day * 1_000));
});

test("what we do ourselves is one line each, though Stripe tells of it once more", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  await cancelPlan(member.as, { reason: null });
  await shop.settle();
  await shop.advance(day);
  await resumePlan(member.as);
  await shop.settle();
  expect((await historyOf(member)).map(({ ends }) => ends)).toEqual([false, true, false]);
});

test("an event that comes after later ones is put where it belongs, once, and changes nothing of what is now", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const plan = (await planOf(shop, member))!;
  const start = now();
  await shop.advance(10 * day);
  await cancelPlan(member.as, { reason: null });
  await shop.settle();
  const past: ToldSubscription = {
    ...{ ...plan, status: "past_due", cancelsAt: null },
    occurredAt: new Date(start + 3 * day * 1_000),
  };
  const { customer } = await stripe.subscriptions.retrieve(plan.stripeSubscriptionId);
  for (let again = 0; again < 2; again += 1) {
    const news = { at: past.occurredAt, trialEnding: false, told: [past] };
    const write = await prepareSubscriptions(shop.ctx, customer as string, news);
    await shop.db.transaction((tx) => write(tx));
  }
  const history = await historyOf(member);
  expect(history).toMatchObject([
    { status: "active", ends: false },
    { status: "past_due", ends: false, at: past.occurredAt.getTime() },
    { status: "active", ends: true },
  ]);
  expect(history[2]!.at).toSatisfy(soonAfter(start, 10 * day * 1_000));
});

test("a price that the catalogue learns of later has its plan's name from then on", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const { stripeSubscriptionId: id, stripePriceId: known } = (await planOf(shop, member))!;
  const { customer } = await stripe.subscriptions.retrieve(id);
  const { payments } = shop.ctx;
  const listSubscriptions = async (name: string) =>
    (await payments.listSubscriptions(name)).map((one) => ({ ...one, stripePriceId: "price_later" }));
  const read = async () => {
    const ctx = { ...shop.ctx, payments: { ...payments, listSubscriptions } };
    const write = await prepareSubscriptions(ctx, customer as string);
    await shop.db.transaction((tx) => write(tx));
  };
  await read();
  const price = await shop.db.prisma.catalogPrice.findUniqueOrThrow({ where: { stripePriceId: known } });
  await shop.db.prisma.catalogPrice.create({
    data: { ...price, stripePriceId: "price_later", lookupKey: null },
  });
  await read();
  const lines = await shop.db.prisma.subscriptionChange.findMany({
    where: { stripePriceId: "price_later" },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  expect(lines.map(({ planKey }) => planKey)).toEqual([null, "plan_basic"]);
  await shop.db.prisma.catalogPrice.delete({ where: { stripePriceId: "price_later" } });
});
