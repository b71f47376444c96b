import { expect, test } from "vitest";
import { packChoice, purchasesIn, topUpFormSchema } from "./schema";

const pack = packChoice({ lookupKey: "pack_500", amountMinor: 4_500n, currency: "usd" });

test("what a form sends is a pack with its price, credits, and an amount of its currency", () => {
  expect(topUpFormSchema.parse({ pack, threshold: "50.5", cap: "90" })).toEqual({
    ...{ lookupKey: "pack_500", shownMinor: 4_500n, currency: "usd" },
    ...{ thresholdMilli: 50_500n, capMinor: 9_000n },
  });
});

test.each([
  ["pack", { pack: "pack_500", threshold: "50", cap: "90" }],
  ["pack", { threshold: "50", cap: "90" }],
  ["threshold", { pack, threshold: "-5", cap: "90" }],
  ["threshold", { pack, cap: "90" }],
  ["cap", { pack, threshold: "50", cap: "90,00" }],
  ["cap", { pack, threshold: "50" }],
])("says at its field what is wrong: %s", (field, form) => {
  const { error } = topUpFormSchema.safeParse(form);
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a cap allows whole purchases", () => {
  expect(purchasesIn(13_499n, 4_500n)).toBe(2n);
  expect(purchasesIn(13_500n, 4_500n)).toBe(3n);
  expect(purchasesIn(13_500n, 0n)).toBe(0n);
});
