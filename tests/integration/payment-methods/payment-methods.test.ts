import { describe, expect, test } from "vitest";
import {
  beginAdding,
  finishAdding,
  listPaymentMethods,
  makeDefault,
  openPortal,
  openSetupPage,
  removePaymentMethod,
} from "@/lib/payment-methods";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openWallets } from "./setup";

const { shop, stripe, createMember, addCard, addCardThatExpires, startPlan, newAttempt } =
  await openWallets();

type Member = Awaited<ReturnType<typeof createMember>>;
const idsOf = async ({ as }: Pick<Member, "as">) =>
  (await listPaymentMethods(as)).methods.map(({ id }) => id);
const defaultOf = async ({ as }: Member) =>
  (await listPaymentMethods(as)).methods.find(({ isDefault }) => isDefault)?.id;
const setupIntentOf = (secret: string) => secret.split("_secret_")[0]!;

describe("the list", () => {
  test("of somebody who never bought is empty, and Stripe is not asked", async () => {
    const { as } = await shop.createBuyer();
    const before = (await shop.stripe.requests()).length;
    expect(await listPaymentMethods(as)).toEqual({ methods: [], hasLivePlan: false });
    expect(await shop.stripe.requests()).toHaveLength(before);
  });

  test("shows brand, last digits and expiry, the default first, then the newest", async () => {
    const member = await createMember();
    const visa = await addCardThatExpires(member.customer, [4, 2040]);
    const mastercard = await addCard(member.customer, "pm_card_mastercard");
    await makeDefault(member.as, { paymentMethodId: visa });
    const { methods } = await listPaymentMethods(member.as);
    expect(methods).toMatchObject([
      {
        id: visa,
        card: { label: "Visa •••• 4242", expiry: { month: 4, year: 2040 }, wallet: null },
        isDefault: true,
        isExpired: false,
        keptForPlan: false,
        successorId: mastercard,
      },
      { id: mastercard, card: { label: "Mastercard •••• 4444" }, isDefault: false, successorId: null },
    ]);
    const later = { ...member.as, clock: fixedClock(new Date("2041-01-01")) };
    expect((await listPaymentMethods(later)).methods[0]).toMatchObject({ id: visa, isExpired: true });
  });

  test("of a customer that was deleted at Stripe is empty", async () => {
    const member = await createMember();
    await addCard(member.customer, "pm_card_visa");
    await stripe.customers.del(member.customer);
    expect(await idsOf(member)).toEqual([]);
  });

  test("says that Stripe is away instead of that there is nothing", async () => {
    const { as } = await createMember();
    await shop.stripe.breakApi({ kind: "500", count: 9, route: "GET /v1/customers/{id}" });
    await expect(listPaymentMethods(as)).rejects.toMatchObject({ code: "payments.unavailable" });
    await shop.stripe.heal();
  });

  test("is for signed-in people alone", async () => {
    await expect(listPaymentMethods(shop.ctx)).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});

describe("adding", () => {
  test("in place saves what Stripe's script confirmed and makes it the default", async () => {
    const member = await shop.createBuyer();
    const attempt = newAttempt();
    const { clientSecret } = await beginAdding(member.as, attempt);
    expect(await beginAdding(member.as, attempt)).toEqual({ clientSecret });
    const setupIntentId = setupIntentOf(clientSecret);
    const { usage } = await stripe.setupIntents.retrieve(setupIntentId);
    expect(usage).toBe("off_session");
    await expect(finishAdding(member.as, { setupIntentId })).rejects.toMatchObject({
      code: "payment_methods.not_added",
    });
    await stripe.setupIntents.confirm(setupIntentId, { payment_method: "pm_card_visa" });
    const added = await finishAdding(member.as, { setupIntentId });
    expect(added.payment).toBeNull();
    expect(await finishAdding(member.as, { setupIntentId })).toEqual(added);
    expect((await listPaymentMethods(member.as)).methods).toMatchObject([{ id: added.id, isDefault: true }]);
  });

  test("at Stripe comes back with what was saved", async () => {
    const member = await shop.createBuyer();
    const { url } = await openSetupPage(member.as);
    const { location } = await payOnHostedPage(url, cards.ok);
    const back = new URL(location!);
    expect(back.pathname).toBe("/billing");
    const { id } = await finishAdding(member.as, { sessionId: back.searchParams.get("added")! });
    expect((await listPaymentMethods(member.as)).methods).toMatchObject([{ id, isDefault: true }]);
  });

  test("is finished by its owner alone", async () => {
    const [owner, other] = [await shop.createBuyer(), await shop.createBuyer()];
    const setupIntentId = setupIntentOf((await beginAdding(owner.as, newAttempt())).clientSecret);
    await stripe.setupIntents.confirm(setupIntentId, { payment_method: "pm_card_visa" });
    for (const finished of [
      { setupIntentId },
      { setupIntentId: "seti_none" },
      { sessionId: "cs_test_none" },
    ]) {
      await expect(finishAdding(other.as, finished)).rejects.toMatchObject({ kind: "not_found" });
    }
  });

  test("makes a new customer where Stripe has deleted the old one", async () => {
    const member = await createMember();
    await stripe.customers.del(member.customer);
    const setupIntentId = setupIntentOf((await beginAdding(member.as, newAttempt())).clientSecret);
    const { customer } = await stripe.setupIntents.retrieve(setupIntentId);
    expect(customer).not.toBe(member.customer);
    expect(customer).toMatch(/^cus_/);
  });
});

describe("the default", () => {
  test("is what renewals use, whatever the plan's checkout had chosen", async () => {
    const member = await createMember();
    const visa = await addCard(member.customer, "pm_card_visa");
    const mastercard = await addCard(member.customer, "pm_card_mastercard");
    const { stripeSubscriptionId } = await startPlan(shop.ctx, member.customer, visa);
    expect(await defaultOf(member)).toBe(visa);
    await makeDefault(member.as, { paymentMethodId: mastercard });
    expect(await defaultOf(member)).toBe(mastercard);
    const subscription = await stripe.subscriptions.retrieve(stripeSubscriptionId);
    expect(subscription.default_payment_method).toBeNull();
  });

  test("is never somebody else's card, nor one that is not there", async () => {
    const [owner, other] = [await createMember(), await createMember()];
    const theirs = await addCard(owner.customer, "pm_card_visa");
    for (const paymentMethodId of [theirs, "pm_none"]) {
      await expect(makeDefault(other.as, { paymentMethodId })).rejects.toMatchObject({
        code: "payment_methods.not_found",
      });
      await expect(removePaymentMethod(other.as, { paymentMethodId })).rejects.toMatchObject({
        code: "payment_methods.not_found",
      });
    }
    expect(await idsOf(owner)).toEqual([theirs]);
  });
});

describe("removing", () => {
  test("hands the default on to the newest other that works", async () => {
    const member = await createMember();
    const old = await addCardThatExpires(member.customer, [1, 2028]);
    const expiring = await addCardThatExpires(member.customer, [1, 2027]);
    const chosen = await addCardThatExpires(member.customer, [1, 2040]);
    await makeDefault(member.as, { paymentMethodId: chosen });
    const later = { ...member, as: { ...member.as, clock: fixedClock(new Date("2027-06-01")) } };
    await removePaymentMethod(later.as, { paymentMethodId: chosen });
    expect(await idsOf(later)).toEqual([old, expiring]);
    expect(await defaultOf(later)).toBe(old);
  });

  test("the last one is refused while a plan lives, and one beside an expired one, too", async () => {
    const member = await createMember();
    const only = await addCardThatExpires(member.customer, [1, 2040]);
    const plan = await startPlan(shop.ctx, member.customer, only);
    await addCardThatExpires(member.customer, [1, 2027]);
    const as = { ...member.as, clock: fixedClock(new Date("2027-06-01")) };
    for (const status of ["trialing", "active", "past_due", "unpaid", "paused"] as const) {
      await shop.db.prisma.subscription.update({ where: { id: plan.id }, data: { status } });
      await expect(removePaymentMethod(as, { paymentMethodId: only })).rejects.toMatchObject({
        code: "payment_methods.last_of_plan",
      });
      expect((await listPaymentMethods(as)).methods[0]).toMatchObject({ id: only, keptForPlan: true });
    }
    await shop.db.prisma.subscription.update({
      where: { id: plan.id },
      data: { status: "canceled", endedAt: new Date() },
    });
    await removePaymentMethod(as, { paymentMethodId: only });
    expect(await idsOf({ as })).not.toContain(only);
  });

  test("is not blocked for a day by an error that Stripe repeats under its key", async () => {
    const member = await createMember();
    const first = await addCard(member.customer, "pm_card_visa");
    const second = await addCard(member.customer, "pm_card_mastercard");
    await startPlan(shop.ctx, member.customer, second);
    const route = "POST /v1/payment_methods/{id}/detach";
    await shop.stripe.breakApi({ kind: "500_kept", count: 1, route });
    const removal = () => removePaymentMethod(member.as, { paymentMethodId: first });
    await expect(removal()).rejects.toMatchObject({ code: "payments.unavailable" });
    await removal();
    expect(await idsOf(member)).toEqual([second]);
  });

  test("in two tabs at once never leaves a plan without any", async () => {
    const member = await createMember();
    const first = await addCard(member.customer, "pm_card_visa");
    const second = await addCard(member.customer, "pm_card_mastercard");
    await startPlan(shop.ctx, member.customer, first);
    const results = await Promise.allSettled(
      [first, second].map((paymentMethodId) => removePaymentMethod(member.as, { paymentMethodId })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = await idsOf(member);
    expect(left).toHaveLength(1);
    expect(await defaultOf(member)).toBe(left[0]);
  });
});

test("the portal opens for the member's own customer and leads back to the page", async () => {
  const { as } = await createMember();
  const { url } = await openPortal(as);
  expect(await (await fetch(url)).text()).toContain("/billing");
});
