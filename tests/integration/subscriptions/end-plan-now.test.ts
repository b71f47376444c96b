import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getBalance, spendCredits, verifyLedger } from "@/lib/credits";
import { requestRefund } from "@/lib/refunds";
import {
  confirmPlanChange,
  endPlanNow,
  endSubscription,
  previewPlanChange,
  previewPlanEnd,
} from "@/lib/subscriptions";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";
import { creditsOf, day, endAllPlans, mailsTo, planOf, subscribe, type Member } from "./subscribe";

vi.setConfig({ testTimeout: 60_000 });
const shop = await openShop();
const { createAdmin, dispute } = returnsOf(shop);
const { as: admin } = await createAdmin();
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

const unused = ({ user }: Member) => ({ userId: user.id, refund: "unused" }) as const;
const refundsOf = ({ user }: Member) =>
  shop.db.prisma.refund.findMany({ where: { userId: user.id }, orderBy: { amountMinor: "asc" } });
const statusOf = async ({ user }: Member) =>
  (await shop.db.prisma.subscription.findFirstOrThrow({ where: { userId: user.id } })).status;
const noPlan = { code: "subscriptions.no_plan" };
const stale = { code: "subscriptions.stale_preview" };

test("ending a plan at once pays back what was shown, takes the credits in proportion, and tells the member once of each", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const { periodStartsAt, periodEndsAt } = (await planOf(shop, member))!;
  await shop.advance(10 * day);
  await spendCredits(shop.ctx, { userId, key: "run", creditsMilli: 900_000n, description: "Work" });
  const preview = await previewPlanEnd(admin, unused(member));
  const share =
    (periodEndsAt.getTime() - preview.endsAt.getTime()) / (periodEndsAt.getTime() - periodStartsAt.getTime());
  expect(Math.abs(Number(preview.refundMinor) - 5_000 * share)).toBeLessThanOrEqual(1);
  expect(preview).toMatchObject({ takenMilli: 100_000n, alreadyExpiredMilli: 0n, reservedMilli: 0n });
  expect(preview.creditsMilli).toBe(preview.refundMinor * 200n);
  expect(preview.debtMilli).toBe(preview.creditsMilli - 100_000n);

  const { token, refundMinor } = preview;
  const confirmed = await Promise.allSettled(
    [1, 2, 3].map(() => endPlanNow(admin, { ...unused(member), token })),
  );
  expect(confirmed).toContainEqual({ status: "fulfilled", value: { outcome: "ended", refundMinor } });
  for (let again = 0; again < 2; again += 1) await shop.settle();
  await expect(endPlanNow(admin, { ...unused(member), token })).rejects.toMatchObject(noPlan);
  expect(await statusOf(member)).toBe("canceled");
  expect(await refundsOf(member)).toMatchObject([
    { amountMinor: refundMinor, status: "succeeded", credits: "claw_back", debtMilli: preview.debtMilli },
  ]);
  expect(await getBalance(shop.ctx, userId)).toMatchObject({
    totalMilli: 0n,
    debtMilli: preview.debtMilli,
  });
  const mails = await mailsTo(shop, member);
  expect(mails.filter((mail) => mail === "subscription-ended")).toHaveLength(1);
  expect(mails.filter((mail) => mail === "refund")).toHaveLength(1);
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

test("ending a plan at once without a refund leaves the credits as they are", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const choice = { userId: member.user.id, refund: "none" } as const;
  const { token, refundMinor } = await previewPlanEnd(admin, choice);
  expect(refundMinor).toBe(0n);
  expect(await endPlanNow(admin, { ...choice, token })).toEqual({ outcome: "ended", refundMinor: 0n });
  await shop.settle();
  expect(await statusOf(member)).toBe("canceled");
  expect([await creditsOf(shop, member), await refundsOf(member)]).toEqual([1_000, []]);
  await expect(previewPlanEnd(admin, choice)).rejects.toMatchObject(noPlan);
});

test("ending a plan at once pays back from both invoices of an upgrade what is left of the new plan", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const { periodStartsAt, periodEndsAt } = (await planOf(shop, member))!;
  await shop.advance(10 * day);
  const choice = { userId: member.user.id, lookupKey: "plan_pro_month" };
  const { token } = await previewPlanChange(admin, choice);
  await confirmPlanChange(admin, { ...choice, token });
  await shop.advance(10 * day);
  await shop.settle();
  const end = await previewPlanEnd(admin, unused(member));
  const share =
    (periodEndsAt.getTime() - end.endsAt.getTime()) / (periodEndsAt.getTime() - periodStartsAt.getTime());
  expect(end.payments).toHaveLength(2);
  expect(Math.abs(Number(end.refundMinor) - 10_000 * share)).toBeLessThanOrEqual(2);
  await endPlanNow(admin, { ...unused(member), token: end.token });
  await shop.settle();
  const returned = (await refundsOf(member)).map(({ amountMinor }) => amountMinor);
  expect(returned.reduce((sum, amount) => sum + amount, 0n)).toBe(end.refundMinor);
});

test("ending a plan at once counts a renewal of which nobody has heard yet", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  await shop.stripe.breakDeliveries({ drop: 100 });
  await shop.advance(32 * day);
  const { payments, refundMinor } = await previewPlanEnd(admin, unused(member));
  expect(payments).toHaveLength(1);
  expect(refundMinor).toBeGreaterThan(4_000n);
});

test("ending a plan at once pays back only what is held: not what was refunded before, nor what the bank has", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const whole = await previewPlanEnd(admin, unused(member));
  const { id: paymentId, stripeChargeId: charge } = await shop.db.prisma.payment.findFirstOrThrow({
    where: { userId: member.user.id },
  });
  const half = { paymentId, amountMinor: 2_500n, credits: "keep", reason: null } as const;
  await requestRefund(admin, half);
  const rest = await previewPlanEnd(admin, unused(member));
  expect(Math.abs(Number(whole.refundMinor - rest.refundMinor * 2n))).toBeLessThanOrEqual(2);
  await shop.settle();
  const sent = await previewPlanEnd(admin, unused(member));
  expect(Math.abs(Number(sent.refundMinor - rest.refundMinor))).toBeLessThanOrEqual(1);
  await dispute({ charge });
  await shop.settle();
  expect(await previewPlanEnd(admin, unused(member))).toMatchObject({ refundMinor: 0n, payments: [] });
});

test("ending a plan at once that died between our row and Stripe is done by its job; another preview cannot pay back twice", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  await shop.advance(day);
  const first = await previewPlanEnd(admin, unused(member));
  await shop.advance(1);
  const second = await previewPlanEnd(admin, unused(member));
  await shop.stripe.breakApi({
    kind: "500",
    count: 3,
    route: "DELETE /v1/subscriptions/{id}",
  });
  const { token, refundMinor } = first;
  expect(await endPlanNow(admin, { ...unused(member), token })).toEqual({ outcome: "ending", refundMinor });
  await shop.stripe.heal();
  await expect(endPlanNow(admin, { ...unused(member), token: second.token })).rejects.toMatchObject(stale);
  expect(await statusOf(member)).toBe("active");
  await shop.settle();
  expect(await statusOf(member)).toBe("canceled");
  expect(await refundsOf(member)).toMatchObject([{ amountMinor: refundMinor, status: "succeeded" }]);
  const { stripeSubscriptionId } = await shop.db.prisma.subscription.findFirstOrThrow({
    where: { userId: member.user.id },
  });
  await endSubscription(shop.ctx, { stripeSubscriptionId });
  await shop.settle();
  expect((await mailsTo(shop, member)).filter((mail) => mail === "subscription-ended")).toHaveLength(1);
  expect(await refundsOf(member)).toHaveLength(1);
});

test("ending a plan at once is refused with a preview of something else, or of long ago", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const { token } = await previewPlanEnd(admin, unused(member));
  const other = { userId: member.user.id, refund: "none", token } as const;
  await expect(endPlanNow(admin, other)).rejects.toMatchObject(stale);
  await shop.advance(900);
  await expect(endPlanNow(admin, { ...unused(member), token })).rejects.toMatchObject(stale);
  expect(await statusOf(member)).toBe("active");
});
