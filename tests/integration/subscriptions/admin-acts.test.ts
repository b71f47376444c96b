import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { verifyAudit } from "@/lib/audit";
import {
  cancelPlan,
  confirmPlanChange,
  endPlanNow,
  pausePlan,
  planTokenOf,
  previewPlanChange,
  previewPlanEnd,
  resumePlan,
  undoPlanChange,
  unpausePlan,
} from "@/lib/subscriptions";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";
import { day, endAllPlans, mailsTo, planOf, subscribe, type Member } from "./subscribe";

vi.setConfig({ testTimeout: 60_000 });
vi.stubEnv("REFUND_APPROVAL_ABOVE", "usd:6000");
afterAll(() => vi.unstubAllEnvs());
const shop = await openShop();
const { createAdmin } = returnsOf(shop);
const [{ as: admin, user }, { as: other }] = [await createAdmin(), await createAdmin()];
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));
afterAll(async () => {
  expect((await verifyAudit(shop.ctx)).problems).toEqual([]);
});

const because = { reason: "Asked by mail", origin: { ip: "192.0.2.7", userAgent: "Firefox" } };
const auditOf = (member: Member) =>
  shop.db.prisma.auditEntry.findMany({ where: { userId: member.user.id }, orderBy: { id: "asc" } });
const actionsOf = async (member: Member) => (await auditOf(member)).map(({ action }) => action);
const stale = { code: "subscriptions.stale_preview" };
const unavailable = { code: "payments.unavailable" };

test("canceling future periods is done as it was shown, written down before Stripe is asked, and taken back", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const plan = (await planOf(shop, member))!;
  const shown = { userId, because, token: planTokenOf(plan) };
  await shop.stripe.breakApi({ kind: "500", count: 10, route: "POST /v1/subscriptions/{id}" });
  await expect(cancelPlan({ ...admin, ...shop.hasty }, { ...shown, reason: null })).rejects.toMatchObject(
    unavailable,
  );
  expect(await planOf(shop, member)).toMatchObject({ status: "active", cancelsAt: null });
  await shop.stripe.heal();
  await cancelPlan(admin, { ...shown, reason: null });
  await expect(cancelPlan(other, { ...shown, reason: null })).rejects.toMatchObject(stale);
  const canceled = (await planOf(shop, member))!;
  expect(canceled.cancelsAt).toEqual(plan.periodEndsAt);
  await expect(resumePlan(admin, shown)).rejects.toMatchObject(stale);
  await resumePlan(admin, { userId, because, token: planTokenOf(canceled) });
  await cancelPlan(admin, { userId, because, reason: null });
  await shop.settle();
  const told = { reason: "Asked by mail", ip: "192.0.2.7", actorId: user.id };
  const targetId = plan.stripeSubscriptionId;
  expect(await auditOf(member)).toMatchObject([
    { ...told, action: "plan_canceled", targetId, after: { cancelsAt: plan.periodEndsAt.toISOString() } },
    { ...told, action: "plan_canceled", before: { cancelsAt: null } },
    { ...told, action: "plan_resumed", after: { cancelsAt: null } },
    { ...told, action: "plan_canceled" },
  ]);
  const mails = (await mailsTo(shop, member)).filter((mail) => /canceled|resumed/.test(mail));
  expect(mails).toEqual(["subscription-canceled", "subscription-resumed", "subscription-canceled"]);
});

test("what cannot be written down is not asked of Stripe", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const broken = { ...admin, systemClock: { now: () => new Date(Number.NaN) } };
  const { token } = await previewPlanEnd(admin, { userId, refund: "none" });
  for (const act of [
    () => cancelPlan(broken, { userId, reason: null }),
    () => pausePlan(broken, { userId, resumesAt: null }),
    () => endPlanNow(broken, { userId, refund: "none", token }),
  ])
    await expect(act()).rejects.toThrow();
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "active", cancelsAt: null, paused: false });
});

test("a plan is paused until a day, and billed again; what was shown otherwise is refused", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const token = planTokenOf((await planOf(shop, member))!);
  const resumesAt = new Date(Math.floor(shop.ctx.clock.now().getTime() / 1_000) * 1_000 + 40 * day * 1_000);
  await expect(pausePlan(admin, { userId, resumesAt: new Date(0) })).rejects.toMatchObject({
    code: "subscriptions.resumes_in_the_past",
  });
  await pausePlan(admin, { userId, because, resumesAt, token });
  expect(await planOf(shop, member)).toMatchObject({ paused: true, resumesAt });
  await expect(pausePlan(other, { userId, because, resumesAt: null, token })).rejects.toMatchObject(stale);
  await expect(unpausePlan(other, { userId, because, token })).rejects.toMatchObject(stale);
  await unpausePlan(admin, { userId, because });
  expect(await planOf(shop, member)).toMatchObject({ paused: false, resumesAt: null });
  expect(await actionsOf(member)).toEqual(["plan_paused", "plan_unpaused"]);
});

test("changes of plan have their entry, at once and planned, and so has taking one back", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const choice = { userId: member.user.id, lookupKey: "plan_pro_month" };
  const later = { ...choice, when: "period_end" } as const;
  const planned = await previewPlanChange(admin, later);
  await confirmPlanChange(admin, { ...later, token: planned.token, because });
  await undoPlanChange(admin, { userId: member.user.id, because });
  const { token, dueNowMinor } = await previewPlanChange(admin, choice);
  const stolen = { ...choice, token: token.replace(/.$/, (end) => (end === "A" ? "B" : "A")), because };
  await expect(confirmPlanChange(admin, stolen)).rejects.toMatchObject(stale);
  await confirmPlanChange(admin, { ...choice, token, because });
  await previewPlanChange(member.as, { lookupKey: "plan_basic_month" });
  await shop.settle();
  expect(await auditOf(member)).toMatchObject([
    { action: "plan_changed", after: { plan: "Pro", when: "period_end" }, reason: "Asked by mail" },
    { action: "plan_change_undone", before: { nextPlan: "Pro" } },
    {
      ...{ action: "plan_changed", before: { plan: "Basic", amountMinor: "5000" } },
      after: { plan: "Pro", when: "now", dueNowMinor: String(dueNowMinor) },
    },
  ]);
});

test("who lost the role in another tab changes no plan any more", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const { as: former, user: lost } = await createAdmin();
  const { token } = await previewPlanEnd(former, { userId, refund: "unused" });
  await shop.db.prisma.user.update({ where: { id: lost.id }, data: { role: "member" } });
  for (const act of [
    () => cancelPlan(former, { userId, because, reason: null }),
    () => pausePlan(former, { userId, because, resumesAt: null }),
    () => endPlanNow(former, { userId, because, refund: "unused", token }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "users.actor_not_admin" });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "active", cancelsAt: null, paused: false });
  expect([await actionsOf(member), await shop.db.prisma.refund.count({ where: { userId } })]).toEqual([
    [],
    0,
  ]);
});

test("members' own acts are not in the record of admins", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  await cancelPlan(member.as, { reason: null });
  await resumePlan(member.as);
  expect(await actionsOf(member)).toEqual([]);
});

test("ending at once has one entry, with what goes back; above the limit it goes without a refund only", async () => {
  const [basic, pro] = [await subscribe(shop, "plan_basic_month"), await subscribe(shop, "plan_pro_month")];
  const unused = (member: Member) => ({ userId: member.user.id, refund: "unused" }) as const;
  const small = await previewPlanEnd(admin, unused(basic));
  expect(small.needsApproval).toBe(false);
  const ended = { ...unused(basic), token: small.token, because };
  await Promise.allSettled([endPlanNow(admin, ended), endPlanNow(admin, ended)]);
  await shop.settle();
  expect(await auditOf(basic)).toMatchObject([
    { action: "plan_ended", after: { refund: "unused", refundMinor: String(small.refundMinor) } },
  ]);
  const large = await previewPlanEnd(admin, unused(pro));
  expect(large.needsApproval).toBe(true);
  const refused = endPlanNow(admin, { ...unused(pro), token: large.token, because });
  await expect(refused).rejects.toMatchObject({ code: "refunds.approval_required" });
  expect([await planOf(shop, pro), await auditOf(pro)]).toMatchObject([{ status: "active" }, []]);
  const without = { userId: pro.user.id, refund: "none" } as const;
  const { token, needsApproval } = await previewPlanEnd(admin, without);
  expect(needsApproval).toBe(false);
  await endPlanNow(admin, { ...without, token, because });
  expect(await planOf(shop, pro)).toBeNull();
});
