import { beforeEach, describe, expect, test } from "vitest";
import {
  findPlanTerms,
  getPackForSale,
  getPlanForSale,
  listPacksForSale,
  listPlansForSale,
  prepareCatalog,
  refreshCatalog,
  syncCatalog,
} from "@/lib/catalog";
import { catalog, packs } from "@/lib/catalog/catalog";
import { productIdOf } from "@/lib/catalog/plan-key";
import type { CatalogItem } from "@/lib/catalog/types";
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
