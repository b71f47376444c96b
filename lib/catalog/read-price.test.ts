import { expect, test } from "vitest";
import type { GatewayPrice, GatewayProduct } from "@/lib/ports/payment-gateway";
import { readPrice } from "./read-price";

const product: GatewayProduct = {
  productId: "prod_1",
  name: "500 credits",
  description: "",
  active: true,
  metadata: { kind: "pack", credits: "500" },
};
const price: GatewayPrice = {
  stripePriceId: "price_1",
  productId: "prod_1",
  lookupKey: "pack_500",
  amountMinor: 4_500n,
  currency: "usd",
  interval: null,
};

test("a pack of 500 credits is 500,000 milli-credits without a problem", () => {
  expect(readPrice(price, product)).toMatchObject({ creditsMilli: 500_000n, kind: "pack", problem: null });
});

test("a plan bills by month or year", () => {
  const plan = { ...product, metadata: { kind: "plan", credits: "1000" } };
  expect(readPrice({ ...price, interval: "year" }, plan)).toMatchObject({ problem: null, interval: "year" });
});

test.each([
  ["credits_missing", { metadata: { kind: "pack" } }, {}],
  ["credits_invalid", { metadata: { kind: "pack", credits: "" } }, {}],
  ["credits_invalid", { metadata: { kind: "pack", credits: "-5" } }, {}],
  ["credits_invalid", { metadata: { kind: "pack", credits: "1e3" } }, {}],
  ["credits_invalid", { metadata: { kind: "pack", credits: "0" } }, {}],
  ["credits_invalid", { metadata: { kind: "pack", credits: "99999999999999999999" } }, {}],
  ["kind_missing", { metadata: { credits: "500" } }, {}],
  ["amount_missing", {}, { amountMinor: null }],
  ["amount_missing", {}, { amountMinor: 0n }],
  ["interval_wrong", {}, { interval: "month" as const }],
  ["interval_wrong", { metadata: { kind: "plan", credits: "5" } }, {}],
  ["interval_wrong", { metadata: { kind: "plan", credits: "5" } }, { interval: "other" as const }],
])("%s: product %o, price %o", (problem, ofProduct, ofPrice) => {
  expect(readPrice({ ...price, ...ofPrice }, { ...product, ...ofProduct }).problem).toBe(problem);
});
