import { expect, test } from "vitest";
import { describeChange } from "./stripe-changes";

const product = { productId: "quickscale_pack_500", name: "500 credits", description: "", metadata: {} };
const price = {
  productId: product.productId,
  lookupKey: "pack_500",
  amountMinor: 4_500n,
  currency: "usd",
  interval: null,
};
const old = { ...price, stripePriceId: "price_1", amountMinor: 4_000n };
const monthly = { ...price, lookupKey: "plan_pro_month", interval: "month" as const };

test.each([
  [{ type: "create_product" as const, product }, "+ product 500 credits"],
  [
    { type: "update_product" as const, product, fields: ["name", "metadata.credits"] },
    "~ product 500 credits: name, metadata.credits",
  ],
  [{ type: "create_price" as const, price, replaces: null }, "+ price pack_500: $45.00"],
  [
    { type: "create_price" as const, price: monthly, replaces: null },
    "+ price plan_pro_month: $45.00 a month",
  ],
  [{ type: "create_price" as const, price, replaces: old }, "~ price pack_500: $40.00 -> $45.00"],
  [
    { type: "create_price" as const, price, replaces: { ...old, amountMinor: null } },
    "~ price pack_500: no fixed amount -> $45.00",
  ],
])("%o reads %s", (change, line) => {
  expect(describeChange(change)).toBe(line);
});
