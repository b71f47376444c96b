import { expect, test } from "vitest";
import {
  continueTopUps,
  findAutoTopUp,
  getAutoTopUp,
  saveAutoTopUp,
  switchOffAutoTopUp,
} from "@/lib/auto-top-up";
import { verifyLedger } from "@/lib/credits";
import { ensureCustomer } from "@/lib/customers";
import { findDefaultCard } from "@/lib/payment-methods";
import { requestRefund } from "@/lib/refunds";
import { returnsOf } from "@/tests/setup/returns";
import { openTopUps, wish, type Member } from "./setup";

const { shop, stripe, useCard, createMember, withPayments } = await openTopUps();
const { prisma } = shop.db;
const { createAdmin, dispute } = returnsOf(shop);

const watched = async ({ userId }: Member) =>
  (await prisma.creditAccount.findUniqueOrThrow({ where: { userId } })).topUpMilli;

async function expectOff(member: Member, because: string, mail: string): Promise<void> {
  await Promise.all([member.topUp(), member.topUp()]);
  await shop.settle();
  await continueTopUps(shop.ctx);
  expect(await member.settings()).toMatchObject({ enabled: false, stoppedBecause: because });
  expect(await watched(member)).toBeNull();
  expect(await member.mails()).toEqual([mail]);
  expect(await member.balance()).toBe(40n);
}

test("a declined card: recorded with its reason, off, told once; with another card the same dip is topped up", async () => {
  const member = await createMember("pm_card_chargeCustomerFail");
  await member.spend(60);
  await shop.settle();
  await expectOff(member, "declined", "top-up-refused");
  expect(await member.rows()).toMatchObject([{ status: "failed", declineCode: "generic_decline" }]);
  const [payment] = await prisma.payment.findMany({ where: { userId: member.userId } });
  expect(payment).toMatchObject({ status: "failed", failureCode: "card_declined", kind: "purchase" });
  const view = await getAutoTopUp(shop.ctx, member.userId);
  expect(view).toMatchObject({ spentMinor: 0n, topUps: [{ status: "failed", paymentId: payment!.id }] });
  await useCard(member.customer, "pm_card_mastercard");
  await saveAutoTopUp(member.as, wish);
  await shop.settle(); // switched on below the threshold: at once
  expect(await member.balance()).toBe(140n);
  expect((await member.rows()).map(({ status, episode }) => [status, episode])).toEqual([
    ["failed", 1],
    ["succeeded", 1],
  ]);
});

test("a bank that asks for its customer: not charged, off, and told to buy in the browser", async () => {
  const member = await createMember("pm_card_authenticationRequired");
  await member.spend(60);
  await shop.settle();
  await expectOff(member, "needs_authentication", "top-up-needs-you");
  expect(await member.rows()).toMatchObject([
    { status: "needs_authentication", failureCode: "authentication_required" },
  ]);
  const waiting = await createMember();
  await waiting.spend(60);
  const left = withPayments((real) => ({
    getPayment: async (id) => ({ ...(await real.getPayment(id)), status: "incomplete", attempts: [] }),
  }));
  await waiting.topUp(left);
  expect(await waiting.settings()).toMatchObject({ stoppedBecause: "needs_authentication" });
});

test("the monthly cap: nothing beyond it, told once a month; on again with the next month or a higher cap", async () => {
  const member = await createMember("pm_card_visa", { capMinor: 1_999n });
  const dip = async () => {
    await member.spend(Number(await member.balance()) - 20);
    await shop.settle();
    return member.balance();
  };
  expect(await dip()).toBe(120n);
  expect(await dip()).toBe(20n);
  await Promise.all([continueTopUps(shop.ctx), member.topUp(), member.topUp()]);
  expect(await member.balance()).toBe(20n);
  expect(await member.mails()).toEqual(["purchase-receipt", "top-up-capped"]);
  expect(await getAutoTopUp(shop.ctx, member.userId)).toMatchObject({ spentMinor: 1_000n });
  await saveAutoTopUp(member.as, { ...wish, capMinor: 2_000n });
  await shop.settle();
  expect(await member.balance()).toBe(120n);
  expect(await dip()).toBe(20n);
  await shop.advance(32 * 86_400);
  await continueTopUps(shop.ctx);
  expect(await member.balance()).toBe(120n);
  expect((await member.mails()).filter((mail) => mail === "top-up-capped")).toHaveLength(1);
});

test("no saved card, a higher price, a pack that is sold no more: off and told; a lower price is taken", async () => {
  const [bare, dear, gone, cheap] = [
    await createMember(),
    await createMember(),
    await createMember(),
    await createMember(),
  ];
  await stripe.paymentMethods.detach(bare.cardId);
  await bare.spend(60);
  await shop.settle();
  await expectOff(bare, "no_card", "top-up-off");
  expect(await findDefaultCard(shop.ctx, bare.userId)).toBeNull();
  const price = { where: { lookupKey: "pack_100" } };
  await prisma.catalogPrice.updateMany({ ...price, data: { amountMinor: 1_100n } });
  await dear.spend(60);
  await shop.drain();
  await expectOff(dear, "price_changed", "top-up-off");
  await prisma.catalogPrice.updateMany({ ...price, data: { amountMinor: 900n } });
  await cheap.spend(60);
  await shop.settle();
  expect(await cheap.payments()).toMatchObject([{ amount: 900, status: "succeeded" }]);
  expect(await cheap.balance()).toBe(140n);
  await prisma.catalogPrice.updateMany({ ...price, data: { amountMinor: 1_000n, active: false } });
  await gone.spend(60);
  await shop.drain();
  await expectOff(gone, "not_for_sale", "top-up-off");
  await prisma.catalogPrice.updateMany({ ...price, data: { active: true } });
});

test("a price that changes between writing and charging is never charged", async () => {
  const member = await createMember();
  await member.spend(60);
  const dead = withPayments(() => ({ chargeSavedCard: () => Promise.reject(new Error("died")) }));
  await expect(member.topUp(dead)).rejects.toThrow("died");
  const price = { where: { lookupKey: "pack_100" } };
  await prisma.catalogPrice.updateMany({ ...price, data: { amountMinor: 1_100n } });
  await expectOff(member, "price_changed", "top-up-off");
  expect(await member.payments()).toEqual([]);
  await prisma.catalogPrice.updateMany({ ...price, data: { amountMinor: 1_000n } });
});

test("who is suspended, leaves, owes, or has switched it off is not charged; who is back is topped up", async () => {
  const [suspended, leaving, owing, off] = [
    await createMember(),
    await createMember(),
    await createMember(),
    await createMember(),
  ];
  const now = shop.ctx.clock.now();
  const set = (userId: string, data: object) => prisma.user.update({ where: { id: userId }, data });
  for (const one of [suspended, leaving, owing, off]) await one.spend(60);
  await set(suspended.userId, { suspendedAt: now });
  await set(leaving.userId, { deletionAskedAt: now });
  const owe = (debtMilli: bigint) =>
    prisma.creditAccount.update({ where: { userId: owing.userId }, data: { debtMilli } });
  await owe(1_000n);
  await switchOffAutoTopUp(off.as);
  await shop.settle();
  await continueTopUps(shop.ctx);
  for (const one of [suspended, leaving, owing, off]) {
    expect(await one.payments()).toEqual([]);
    expect(await one.mails()).toEqual([]);
  }
  expect(await findAutoTopUp(shop.ctx, off.userId)).toMatchObject({ enabled: false, stoppedBecause: null });
  await set(suspended.userId, { suspendedAt: null });
  await owe(0n);
  await continueTopUps(shop.ctx);
  expect([await suspended.balance(), await owing.balance()]).toEqual([140n, 140n]);
});

test("a payment that takes its time, or is not as agreed, is looked at again and never granted wrongly", async () => {
  const [slow, wrong] = [await createMember(), await createMember()];
  await slow.spend(60);
  const processing = withPayments((real) => ({
    getPayment: async (id) => ({ ...(await real.getPayment(id)), status: "processing", attempts: [] }),
  }));
  await slow.topUp(processing);
  expect(await slow.rows()).toMatchObject([
    { status: "pending", stripePaymentIntentId: expect.stringMatching(/^pi_/) as string },
  ]);
  await prisma.topUp.updateMany({ where: { userId: slow.userId }, data: { claimedUntil: null } });
  await slow.topUp();
  expect(await slow.balance()).toBe(140n);
  await wrong.spend(60);
  const other = withPayments((real) => ({
    chargeSavedCard: (charge) => real.chargeSavedCard({ ...charge, amountMinor: 999n }),
  }));
  await wrong.topUp(other);
  await shop.settle();
  expect(await wrong.rows()).toMatchObject([{ status: "succeeded", failureCode: "amount_differs" }]);
  expect(await wrong.balance()).toBe(40n);
  expect(await wrong.payments()).toHaveLength(1);
});

test("Stripe refuses to try: the card was removed a moment ago, or its answer says so; a busy key is tried again", async () => {
  const [removed, refused, busy] = [await createMember(), await createMember(), await createMember()];
  await removed.spend(60);
  await removed.topUp(
    withPayments((real) => ({
      async chargeSavedCard(charge) {
        await stripe.paymentMethods.detach(removed.cardId);
        return real.chargeSavedCard(charge);
      },
    })),
  );
  await expectOff(removed, "declined", "top-up-refused");
  expect(await removed.payments()).toEqual([]);
  await refused.spend(60);
  await refused.topUp(
    withPayments((real) => ({
      chargeSavedCard: (charge) => real.chargeSavedCard({ ...charge, paymentMethodId: "pm_none" }),
    })),
  );
  await expectOff(refused, "no_card", "top-up-refused");
  await busy.spend(60);
  const inUse = withPayments((real) => ({
    async chargeSavedCard(charge) {
      await real.chargeSavedCard({ ...charge, amountMinor: 900n, idempotencyKey: "another" });
      return real.chargeSavedCard({ ...charge, idempotencyKey: "another" });
    },
  }));
  await expect(busy.topUp(inUse)).rejects.toMatchObject({ code: "payments.key_reused" });
  expect(await busy.rows()).toMatchObject([{ status: "pending", claimedUntil: null }]);
});

test("what is wished is checked where nobody can pass by", async () => {
  const { as } = await createMember();
  const { user, as: bare } = await shop.createBuyer();
  const refused = (change: Partial<typeof wish>) =>
    saveAutoTopUp(as, { ...wish, ...change }).catch((error: unknown) => (error as { code: string }).code);
  expect(await refused({ thresholdMilli: 0n })).toBe("auto_top_up.threshold_out_of_range");
  expect(await refused({ thresholdMilli: 100_001n })).toBe("auto_top_up.threshold_out_of_range");
  expect(await refused({ capMinor: 999n })).toBe("auto_top_up.cap_out_of_range");
  expect(await refused({ capMinor: 100_001n })).toBe("auto_top_up.cap_out_of_range");
  expect(await refused({ shownMinor: 900n })).toBe("auto_top_up.price_changed");
  expect(await refused({ currency: "eur" })).toBe("auto_top_up.price_changed");
  expect(await refused({ lookupKey: "plan_basic_month" })).toBe("catalog.not_for_sale");
  expect(await refused({})).toBeUndefined();
  await expect(saveAutoTopUp(bare, wish)).rejects.toMatchObject({ code: "auto_top_up.no_card" });
  await expect(saveAutoTopUp(shop.ctx, wish)).rejects.toMatchObject({
    code: "auto_top_up.sign_in_required",
  });
  expect(await getAutoTopUp(shop.ctx, user.id)).toMatchObject({ settings: null, spentMinor: 0n, topUps: [] });
});

test("who never had credits is topped up as soon as they switch it on, and every account adds up", async () => {
  const { user, as } = await shop.createBuyer();
  await useCard(await ensureCustomer(as, user.id), "pm_card_visa");
  await Promise.all([saveAutoTopUp(as, wish), saveAutoTopUp(as, wish)]);
  await shop.settle();
  expect(await prisma.topUp.findMany({ where: { userId: user.id } })).toMatchObject([
    { status: "succeeded", episode: 0 },
  ]);
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

test("money that went back is not charged again by itself, until its member asks for it anew", async () => {
  const member = await createMember();
  await member.spend(60);
  await shop.settle();
  const [paid] = await prisma.payment.findMany({ where: { userId: member.userId } });
  const admin = await createAdmin();
  await requestRefund(admin.as, {
    paymentId: paid!.id,
    amountMinor: 1_000n,
    credits: "claw_back",
    reason: null,
  });
  await shop.settle();
  await continueTopUps(shop.ctx);
  expect(await member.payments()).toHaveLength(1);
  expect(await member.settings()).toMatchObject({ enabled: false, stoppedBecause: "payment_returned" });
  expect(await member.mails()).toEqual(["purchase-receipt", "refund", "top-up-off"]);
  await saveAutoTopUp(member.as, wish);
  await shop.settle();
  expect(await member.balance()).toBe(140n);
  const [, again] = await prisma.payment.findMany({
    where: { userId: member.userId },
    orderBy: { createdAt: "asc" },
  });
  const { id } = await dispute({ charge: again!.stripeChargeId });
  await shop.settle();
  await continueTopUps(shop.ctx);
  expect(await member.settings()).toMatchObject({ stoppedBecause: "payment_returned" });
  await dispute({ dispute: id, status: "lost" });
  await shop.settle();
  await continueTopUps(shop.ctx);
  expect(await member.payments()).toHaveLength(2);
});
