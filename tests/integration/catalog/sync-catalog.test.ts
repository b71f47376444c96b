import { beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import {
  compareCatalog,
  findPlanTerms,
  getPackForSale,
  getPlanForSale,
  listPacksForSale,
  listPlansForSale,
  prepareCatalog,
  refreshCatalog,
  syncCatalog,
  syncForAdmin,
} from "@/lib/catalog";
import { catalog, packs } from "@/lib/catalog/catalog";
import { productIdOf } from "@/lib/catalog/plan-key";
import type { CatalogItem } from "@/lib/catalog/types";
import { actingAs } from "@/lib/context";
import { createUser } from "@/tests/factories/user";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop({ synced: false });

/** Straight to Stripe's API, as somebody in its dashboard would. */
async function stripe(method: string, path: string, params: Record<string, string>): Promise<{ id: string }> {
  const response = await fetch(`${shop.stripeUrl}/v1/${path}`, {
    method,
    headers: { authorization: "Bearer sk_test_shop" },
    body: new URLSearchParams(params),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { id: string };
}

const repriced = (amountMinor: bigint): CatalogItem[] =>
  catalog.map((item) =>
    item.key === "pack_500" && item.kind === "pack"
      ? { ...item, price: { ...item.price, amountMinor } }
      : item,
  );

beforeEach(() => fetch(`${shop.stripeUrl}/_emulator/reset`, { method: "POST" }));

describe("syncing the catalogue", () => {
  test("a dry run tells every difference and changes nothing, here or there", async () => {
    const { changes, entries } = await syncCatalog(shop.ctx, { dryRun: true });
    expect(changes).toHaveLength(5 + 7);
    expect(entries).toEqual([]);
    expect([await shop.stripe.count("product"), await shop.stripe.count("price")]).toEqual([0, 0]);
    expect(await shop.db.prisma.catalogPrice.count()).toBe(0);
  });

  test("makes Stripe sell it, copies it here, and the second time changes nothing", async () => {
    await syncCatalog(shop.ctx);
    expect([await shop.stripe.count("product"), await shop.stripe.count("price")]).toEqual([5, 7]);
    expect(await listPacksForSale(shop.db)).toMatchObject(
      packs.map(({ name, credits, price }) => ({
        name,
        credits,
        creditsMilli: BigInt(credits) * 1000n,
        price,
      })),
    );
    const before = await shop.db.prisma.catalogPrice.findMany({
      orderBy: { stripePriceId: "asc" },
      omit: { syncedAt: true },
    });
    expect((await syncCatalog(shop.ctx)).changes).toEqual([]);
    expect([await shop.stripe.count("product"), await shop.stripe.count("price")]).toEqual([5, 7]);
    expect(
      await shop.db.prisma.catalogPrice.findMany({
        orderBy: { stripePriceId: "asc" },
        omit: { syncedAt: true },
      }),
    ).toEqual(before);
  });

  test("sells plans by the month and the year, fewest credits first, and packs not as plans", async () => {
    await syncCatalog(shop.ctx);
    const plans = await listPlansForSale(shop.db);
    expect(
      plans.map(({ planKey, interval, creditsMilli, price }) => [
        planKey,
        interval,
        creditsMilli,
        price.amountMinor,
      ]),
    ).toEqual([
      ["plan_basic", "month", 1_000_000n, 5_000n],
      ["plan_basic", "year", 1_000_000n, 50_000n],
      ["plan_pro", "month", 2_500_000n, 10_000n],
      ["plan_pro", "year", 2_500_000n, 100_000n],
    ]);
    expect(await getPlanForSale(shop.db, "plan_pro_year")).toEqual(plans[3]);
    for (const lookupKey of ["pack_100", "plan_none"])
      await expect(getPlanForSale(shop.db, lookupKey)).rejects.toMatchObject({
        code: "catalog.not_for_sale",
      });
    const pack = await getPackForSale(shop.db, "pack_100");
    const terms = await findPlanTerms(shop.db, [pack.stripePriceId, plans[1]!.stripePriceId, "price_none"]);
    expect([...terms.values()]).toEqual([
      expect.objectContaining({ planKey: "plan_basic", interval: "year", trialCreditsMilli: 0n }),
    ]);
  });

  test("another amount is a new price that takes the lookup key; the old one is sold no more", async () => {
    await syncCatalog(shop.ctx);
    const old = await getPackForSale(shop.db, "pack_500");
    const { changes } = await syncCatalog(shop.ctx, { items: repriced(4_900n) });
    expect(changes).toMatchObject([
      { type: "create_price", replaces: { stripePriceId: old.stripePriceId, amountMinor: 4_500n } },
    ]);
    const now = await getPackForSale(shop.db, "pack_500");
    expect(now.price.amountMinor).toBe(4_900n);
    expect(now.stripePriceId).not.toBe(old.stripePriceId);
    expect(await shop.stripe.count("price")).toBe(8);
    expect((await syncCatalog(shop.ctx, { items: repriced(4_900n) })).changes).toEqual([]);
  });

  test("what was changed in Stripe's dashboard is put right, and what is not ours is kept", async () => {
    await syncCatalog(shop.ctx);
    await stripe("POST", "products/quickscale_pack_500", {
      name: "Typo",
      "metadata[credits]": "5",
      "metadata[team]": "growth",
    });
    const { changes } = await syncCatalog(shop.ctx);
    expect(changes).toMatchObject([{ type: "update_product", fields: ["name", "metadata.credits"] }]);
    const { products } = await shop.ctx.payments.readCatalog();
    expect(products.find(({ productId }) => productId === "quickscale_pack_500")).toMatchObject({
      name: "500 credits",
      metadata: { credits: "500", kind: "pack", team: "growth" },
    });
  });

  test("an interrupted sync is finished by the next", async () => {
    await shop.stripe.breakApi({ kind: "500", count: 3, route: "POST /v1/prices" });
    await expect(syncCatalog(shop.ctx)).rejects.toMatchObject({ code: "payments.unavailable" });
    await syncCatalog(shop.ctx);
    expect((await syncCatalog(shop.ctx)).changes).toEqual([]);
    expect(await listPacksForSale(shop.db)).toHaveLength(3);
  });
});

describe("of two readings the one that began later counts", () => {
  const nameHere = async () => (await getPackForSale(shop.db, "pack_100")).name;
  const rename = (name: string) => stripe("POST", `products/${productIdOf("pack_100")}`, { name });

  test("though it is written first", async () => {
    await syncCatalog(shop.ctx);
    const early = await prepareCatalog(shop.ctx);
    await rename("Written first");
    await refreshCatalog(shop.ctx);
    await shop.db.transaction(early);
    expect(await nameHere()).toBe("Written first");
  });

  test("clock skew of five minutes: whatever the clocks of our servers say", async () => {
    const now = () => new Date(shop.ctx.clock.now().getTime() + 300_000);
    const ahead = { ...shop.ctx, clock: { now } };
    await syncCatalog(ahead);
    await rename("Read later");
    await refreshCatalog(shop.ctx);
    expect(await nameHere()).toBe("Read later");
  });
});

describe("a product that says nothing valid about its credits", () => {
  test("is shown as a problem and never sold", async () => {
    await syncCatalog(shop.ctx);
    const { id: product } = await stripe("POST", "products", { name: "Mug" });
    await stripe("POST", "prices", { product, currency: "usd", unit_amount: "900", lookup_key: "mug" });
    const { entries } = await syncCatalog(shop.ctx);
    expect(entries.filter(({ problem }) => problem)).toMatchObject([
      { lookupKey: "mug", name: "Mug", problem: "credits_missing", creditsMilli: null },
    ]);
    await expect(getPackForSale(shop.db, "mug")).rejects.toMatchObject({ code: "catalog.not_for_sale" });
    expect(await listPacksForSale(shop.db)).toHaveLength(3);
  });

  test("withdraws a pack whose credits somebody removed, until the next sync with the code", async () => {
    await syncCatalog(shop.ctx);
    await stripe("POST", "products/quickscale_pack_100", { "metadata[credits]": "" });
    await syncCatalog(shop.ctx, { items: [] });
    await expect(getPackForSale(shop.db, "pack_100")).rejects.toMatchObject({ code: "catalog.not_for_sale" });
    await syncCatalog(shop.ctx);
    expect((await getPackForSale(shop.db, "pack_100")).credits).toBe(100);
  });

  test("a pack that somebody made recurring is not sold as a pack", async () => {
    await syncCatalog(shop.ctx);
    const { id: product } = await stripe("POST", "products", {
      name: "Monthly pack",
      "metadata[kind]": "pack",
      "metadata[credits]": "700",
    });
    await stripe("POST", "prices", {
      product,
      currency: "usd",
      unit_amount: "900",
      lookup_key: "pack_700",
      "recurring[interval]": "month",
    });
    const { entries } = await syncCatalog(shop.ctx);
    expect(entries).toContainEqual(
      expect.objectContaining({ lookupKey: "pack_700", problem: "interval_wrong" }),
    );
    await expect(getPackForSale(shop.db, "pack_700")).rejects.toMatchObject({ code: "catalog.not_for_sale" });
  });

  test("an archived product is not sold", async () => {
    await syncCatalog(shop.ctx);
    await stripe("POST", "products/quickscale_pack_100", { active: "false" });
    await syncCatalog(shop.ctx, { items: [] });
    expect((await listPacksForSale(shop.db)).map(({ credits }) => credits)).toEqual([500, 1_000]);
  });
});

describe("the catalogue for admins", () => {
  const admin = async () => {
    const { id } = await createUser(shop.db, { role: "admin" });
    return actingAs(shop.ctx, { kind: "user", userId: id, role: "admin", sessionId: id });
  };
  const ask = { reason: "First sale of the season", origin: null };

  test("ours stand beside Stripe's; a sync does what was previewed, once, on record", async () => {
    const as = await admin();
    const empty = await compareCatalog(as);
    expect(empty.prices).toHaveLength(7);
    expect(empty.prices.every((price) => price.stripe === null)).toBe(true);
    expect(await syncForAdmin(as, { ...ask, token: empty.token })).toEqual({ changes: 12 });
    await expect(syncForAdmin(as, { ...ask, token: empty.token })).rejects.toMatchObject({
      code: "catalog.changed",
    });
    const synced = await compareCatalog(as);
    expect([synced.changes, synced.others]).toEqual([[], []]);
    expect(synced.prices[1]).toMatchObject({
      ours: { name: "500 credits", credits: 500, amountMinor: 4_500n },
      stripe: {
        name: "500 credits",
        creditsMilli: 500_000n,
        amountMinor: 4_500n,
        active: true,
        problem: null,
      },
    });
    expect(await syncForAdmin(as, { ...ask, token: synced.token })).toEqual({ changes: 0 });
    const { entries } = await listAudit(as, { actions: ["catalogue_synced"] });
    expect(entries).toHaveLength(2);
    expect(entries[1]?.reason).toBe(ask.reason);
    expect((entries[1]?.after as { changes: string[] }).changes).toContain("create_price plan_pro_year");
  });

  test("what somebody made or broke in Stripe's dashboard is told", async () => {
    const as = await admin();
    await syncCatalog(shop.ctx);
    await stripe("POST", `products/${productIdOf("pack_500")}`, { "metadata[credits]": "many" });
    const { id: product } = await stripe("POST", "products", { name: "Left over" });
    await stripe("POST", "prices", { product, currency: "usd", unit_amount: "700" });
    const { prices, others, changes } = await compareCatalog(as);
    expect(prices.find(({ lookupKey }) => lookupKey === "pack_500")?.stripe?.problem).toBe("credits_invalid");
    expect(others).toMatchObject([{ name: "Left over", problem: "credits_missing", amountMinor: 700n }]);
    expect(changes).toMatchObject([{ type: "update_product", fields: ["metadata.credits"] }]);
  });

  test("is for admins alone, and nothing is written down while Stripe is away", async () => {
    const as = await admin();
    for (const who of [shop.ctx, (await shop.createBuyer()).as]) {
      await expect(compareCatalog(who)).rejects.toMatchObject({ kind: "not_found" });
      await expect(syncForAdmin(who, { ...ask, token: "x" })).rejects.toMatchObject({ kind: "not_found" });
    }
    const away = {
      ...as,
      payments: { ...as.payments, readCatalog: () => Promise.reject(new Error("away")) },
    };
    const before = (await listAudit(as, { actions: ["catalogue_synced"] })).entries.length;
    await expect(syncForAdmin(away, { ...ask, token: "x" })).rejects.toThrow("away");
    expect((await listAudit(as, { actions: ["catalogue_synced"] })).entries).toHaveLength(before);
  });
});
