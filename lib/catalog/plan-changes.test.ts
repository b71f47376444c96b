import { describe, expect, test } from "vitest";
import type { GatewayPrice, GatewayProduct } from "@/lib/ports/payment-gateway";
import { packs } from "./catalog";
import { planChanges } from "./plan-changes";

const pack = packs[1];
const product: GatewayProduct = {
  productId: "quickscale_pack_500",
  name: pack.name,
  description: pack.description,
  active: true,
  metadata: { kind: "pack", credits: "500", colour: "set by somebody in the dashboard" },
};
const price: GatewayPrice = {
  stripePriceId: "price_1",
  productId: product.productId,
  lookupKey: "pack_500",
  amountMinor: 4_500n,
  currency: "usd",
  interval: null,
};
const plan = (products: GatewayProduct[], prices: GatewayPrice[]) =>
  planChanges([pack], { products, prices });

describe("planning a sync", () => {
  test("an empty account gets the product and its price", () => {
    expect(plan([], []).map(({ type }) => type)).toEqual(["create_product", "create_price"]);
  });

  test("an equal account gets nothing", () => {
    expect(plan([product], [price])).toEqual([]);
  });

  test.each([
    ["name", { name: "Old" }],
    ["description", { description: "" }],
    ["metadata.credits", { metadata: { kind: "pack", credits: "5" } }],
    ["metadata.kind", { metadata: { credits: "500" } }],
    ["active", { active: false }],
  ])("a product whose %s differs is updated", (field, difference) => {
    expect(plan([{ ...product, ...difference }], [price])).toMatchObject([
      { type: "update_product", fields: [field] },
    ]);
  });

  test.each([
    { amountMinor: 4_400n },
    { currency: "eur" },
    { interval: "month" as const },
    { productId: "quickscale_pack_100" },
  ])("a price that differs by %o is replaced", (difference) => {
    const replaces = { ...price, ...difference };
    expect(plan([product], [replaces])).toMatchObject([{ type: "create_price", replaces }]);
  });
});
