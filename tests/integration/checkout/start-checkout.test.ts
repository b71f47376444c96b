import { beforeEach, describe, expect, test } from "vitest";
import { syncCatalog } from "@/lib/catalog";
import { packs } from "@/lib/catalog/catalog";
import { fulfilCheckout, startCheckout } from "@/lib/checkout";
import { getBalance } from "@/lib/credits";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const pack = { lookupKey: "pack_500" };
const createSession = "POST /v1/checkout/sessions";

beforeEach(() => shop.stripe.heal());

const checkoutsOf = (userId: string) =>
  shop.db.prisma.checkout.findMany({ where: { userId }, orderBy: { id: "asc" } });

/** How many sessions Stripe holds that this test made. */
async function countingSessions(work: () => Promise<unknown>): Promise<number> {
  const before = await shop.stripe.count("checkout.session");
  await work();
  return (await shop.stripe.count("checkout.session")) - before;
}

describe("one intention is one session", () => {
  test("a double click and two tabs lead to the same page and one customer", async () => {
    const { as } = await shop.createBuyer();
    const customers = await shop.stripe.count("customer");
    const urls = new Set<string>();
    const made = await countingSessions(async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => startCheckout(as, pack)));
      for (const { url } of answers) urls.add(url);
      urls.add((await startCheckout(as, pack)).url);
    });
    expect(urls.size).toBe(1);
    expect(made).toBe(1);
    expect((await shop.stripe.count("customer")) - customers).toBe(1);
  });

  test("different packs are different sessions of the same customer", async () => {
    const { as, user } = await shop.createBuyer();
    const [a, b] = [await startCheckout(as, pack), await startCheckout(as, { lookupKey: "pack_100" })];
    expect(a.url).not.toBe(b.url);
    expect(await checkoutsOf(user.id)).toMatchObject([
      { lookupKey: "pack_500", creditsMilli: 500_000n, amountMinor: 4_500n, currency: "usd", status: "open" },
      { lookupKey: "pack_100", creditsMilli: 100_000n, amountMinor: 1_000n, currency: "usd", status: "open" },
    ]);
  });

  test("an expired session is followed by a new one", async () => {
    const { as, user } = await shop.createBuyer();
    const first = await startCheckout(as, pack);
    const [checkout] = await checkoutsOf(user.id);
    await shop.ctx.payments.expireCheckout(checkout!.stripeSessionId!);
    const second = await startCheckout(as, pack);
    expect(second.url).not.toBe(first.url);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["expired", "open"]);
  });

  test("a paid session whose news has not arrived is fulfilled before another is opened", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakDeliveries({ drop: 100 });
    const first = await startCheckout(as, pack);
    await payOnHostedPage(first.url, cards.ok);
    const second = await startCheckout(as, pack);
    expect(second.url).not.toBe(first.url);
    expect((await getBalance(shop.ctx, user.id)).totalMilli).toBe(500_000n);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["completed", "open"]);
  });
});

describe("when Stripe fails", () => {
  test.each(["timeout_before", "timeout_after"])(
    "a %s is repeated by the SDK under the same key",
    async (kind) => {
      const { as } = await shop.createBuyer();
      await startCheckout(as, { lookupKey: "pack_100" });
      await shop.stripe.breakApi({ kind, route: createSession });
      expect(await countingSessions(() => startCheckout({ ...as, ...shop.hasty }, pack))).toBe(1);
    },
  );

  test("a session whose answer was lost for good is found again by the next click", async () => {
    const { as, user } = await shop.createBuyer();
    const made = await countingSessions(async () => {
      await shop.stripe.breakApi({ kind: "timeout_after", count: 3, route: createSession });
      const hasty = startCheckout({ ...as, ...shop.hasty }, pack);
      await expect(hasty).rejects.toMatchObject({ code: "payments.unavailable" });
      expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    });
    expect(made).toBe(1);
    expect(await checkoutsOf(user.id)).toMatchObject([{ status: "open" }]);
  });

  test("nothing is charged or left half open while Stripe answers 500, and the click after it works", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakApi({ kind: "500", count: 3, route: createSession });
    await expect(startCheckout(as, pack)).rejects.toMatchObject({ code: "payments.unavailable" });
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    expect((await checkoutsOf(user.id)).filter(({ status }) => status === "open")).toHaveLength(1);
  });

  test("a key under which Stripe only repeats an error is left behind", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakApi({ kind: "500", count: 6, route: createSession });
    await expect(startCheckout(as, pack)).rejects.toMatchObject({ code: "payments.unavailable" });
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["failed", "open"]);
  });

  test("a customer's key under which Stripe only repeats an error is left behind, too", async () => {
    const { as, user } = await shop.createBuyer();
    const { id: userId, email } = user;
    const before = await shop.db.prisma.billingCustomer.create({ data: { userId, email } });
    await shop.stripe.breakApi({ kind: "500", count: 3, route: "POST /v1/customers" });
    await expect(startCheckout(as, pack)).rejects.toMatchObject({ code: "payments.unavailable" });
    const after = await shop.db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId } });
    expect(after.creationKey).not.toBe(before.creationKey);
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
  });

  test("a try whose answer was lost is given up when its content has changed since", async () => {
    const { as, user } = await shop.createBuyer();
    await startCheckout(as, { lookupKey: "pack_100" });
    await shop.stripe.breakApi({ kind: "timeout_after", count: 3, route: createSession });
    await expect(startCheckout({ ...as, ...shop.hasty }, pack)).rejects.toMatchObject({
      kind: "unavailable",
    });
    const moved = { ...as, appUrl: "http://localhost:3001" };
    expect((await startCheckout(moved, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    const statuses = (await checkoutsOf(user.id)).filter(({ lookupKey }) => lookupKey === "pack_500");
    expect(statuses.map(({ status }) => status)).toEqual(["failed", "open"]);
  });

  test("a try that never reached Stripe is not taken up again at an old price", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakApi({ kind: "500", count: 3, route: createSession });
    await expect(startCheckout(as, pack)).rejects.toMatchObject({ code: "payments.unavailable" });
    await shop.db.prisma.checkout.updateMany({
      where: { userId: user.id },
      data: { stripePriceId: "price_old" },
    });
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["expired", "open"]);
  });

  test("customer deleted in Stripe: is made anew", async () => {
    const { as, user } = await shop.createBuyer();
    await startCheckout(as, { lookupKey: "pack_100" });
    const { stripeCustomerId } = await shop.db.prisma.billingCustomer.findUniqueOrThrow({
      where: { userId: user.id },
    });
    await fetch(`${shop.stripeUrl}/v1/customers/${stripeCustomerId}`, {
      method: "DELETE",
      headers: { authorization: "Bearer sk_test_shop" },
    });
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    const renewed = await shop.db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId: user.id } });
    expect(renewed.stripeCustomerId).not.toBe(stripeCustomerId);
  });

  test("a session that Stripe has forgotten is replaced", async () => {
    const { as, user } = await shop.createBuyer();
    await startCheckout(as, pack);
    await shop.db.prisma.checkout.updateMany({
      where: { userId: user.id },
      data: { stripeSessionId: `cs_test_gone${user.id.slice(0, 8)}` },
    });
    expect((await startCheckout(as, pack)).url).toMatch(/\/c\/pay\/cs_test_/);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["failed", "open"]);
  });

  test("a price that Stripe does not know is refused, and said to be so", async () => {
    const { as, user } = await shop.createBuyer();
    const key = { lookupKey: "pack_100" };
    const known = await shop.db.prisma.catalogPrice.findFirstOrThrow({ where: key });
    await shop.db.prisma.catalogPrice.update({ where: key, data: { stripePriceId: "price_unknown" } });
    await expect(startCheckout(as, key)).rejects.toMatchObject({ code: "payments.object_missing" });
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["failed"]);
    await shop.db.prisma.catalogPrice.update({ where: key, data: { stripePriceId: known.stripePriceId } });
  });
});

describe("what is sold, and to whom", () => {
  test.each(["pack_9000", "plan_pro_month", ""])("%j cannot be bought", async (lookupKey) => {
    const { as, user } = await shop.createBuyer();
    await expect(startCheckout(as, { lookupKey })).rejects.toMatchObject({ code: "catalog.not_for_sale" });
    expect(await checkoutsOf(user.id)).toEqual([]);
  });

  test("nobody buys without being signed in", async () => {
    await expect(startCheckout(shop.ctx, pack)).rejects.toMatchObject({ code: "checkout.sign_in_required" });
  });

  test("a paid session at an old price is honoured before a new one is opened", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakDeliveries({ drop: 100 });
    const { url } = await startCheckout(as, pack);
    await payOnHostedPage(url, cards.ok);
    const items = packs.map((item) =>
      item.key === "pack_500" ? { ...item, price: { ...item.price, amountMinor: 5_100n } } : item,
    );
    await syncCatalog(shop.ctx, { items });
    await startCheckout(as, pack);
    expect((await getBalance(shop.ctx, user.id)).totalMilli).toBe(500_000n);
    expect((await checkoutsOf(user.id)).map(({ status }) => status)).toEqual(["completed", "open"]);
    await syncCatalog(shop.ctx);
  });

  test("nobody is sent to pay another amount than the one they were shown", async () => {
    const { as, user } = await shop.createBuyer();
    const key = { lookupKey: "pack_100" };
    await shop.db.prisma.catalogPrice.update({ where: key, data: { amountMinor: 900n } });
    await expect(startCheckout(as, key)).rejects.toMatchObject({ code: "checkout.not_opened" });
    const [checkout] = await checkoutsOf(user.id);
    expect(checkout).toMatchObject({ status: "failed" });
    expect(await shop.ctx.payments.getCheckout(checkout!.stripeSessionId!)).toMatchObject({
      status: "expired",
    });
    await shop.db.prisma.catalogPrice.update({ where: key, data: { amountMinor: 1_000n } });
  });

  test("price changed under an open checkout: the open session at the old price is closed", async () => {
    const { as, user } = await shop.createBuyer();
    const old = await startCheckout(as, pack);
    const dearer = packs.map((item) =>
      item.key === "pack_500" ? { ...item, price: { ...item.price, amountMinor: 4_900n } } : item,
    );
    await syncCatalog(shop.ctx, { items: dearer });
    const now = await startCheckout(as, pack);
    expect(now.url).not.toBe(old.url);
    expect((await payOnHostedPage(old.url, cards.ok)).text).toContain("expired");
    const checkouts = await checkoutsOf(user.id);
    expect(checkouts.map(({ status, amountMinor }) => [status, amountMinor])).toEqual([
      ["expired", 4_500n],
      ["open", 4_900n],
    ]);
    await payOnHostedPage(now.url, cards.ok);
    expect(await fulfilCheckout(shop.ctx, checkouts[1]!.stripeSessionId!)).toEqual({ outcome: "completed" });
    await syncCatalog(shop.ctx);
  });
});
