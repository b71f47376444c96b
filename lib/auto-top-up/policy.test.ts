import fc from "fast-check";
import { expect, test } from "vitest";
import type { PackForSale } from "@/lib/catalog/types";
import { decide, monthOf, stopOf, termsOf, type Facts } from "./policy";
import type { AutoTopUp } from "./types";

const pack: PackForSale = {
  ...{ stripePriceId: "price_1", name: "500 credits", credits: 500, creditsMilli: 500_000n },
  price: { lookupKey: "pack_500", amountMinor: 4_500n, currency: "usd" },
};
const settings: AutoTopUp = {
  ...{ enabled: true, thresholdMilli: 50_000n, lookupKey: "pack_500", itemName: "500 credits" },
  ...{ ...termsOf(pack), capMinor: 9_000n, stoppedBecause: null, stoppedAt: null, agreedAt: new Date(0) },
};
const facts: Facts = {
  ...{ settings, pack, inGoodStanding: true, renewing: false, handled: false, returned: false },
  ...{ balanceMilli: 49_999n, debtMilli: 0n, spentMinor: 4_500n },
};
const act = (change: Partial<Facts>) => decide({ ...facts, ...change }).act;

test("buys when fewer are left, and only then", () => {
  expect(act({})).toBe("buy");
  expect(act({ balanceMilli: 50_000n })).toBe("nothing");
});

test.each<[string, Partial<Facts>]>([
  ["was never switched on", { settings: null }],
  ["is off", { settings: { ...settings, enabled: false } }],
  ["belongs to an account that may not", { inGoodStanding: false }],
  ["was handled", { handled: true }],
  ["meets a plan whose credits are on their way", { renewing: true }],
  ["meets a debt", { debtMilli: 1n }],
])("does nothing when it %s", (_why, change) => {
  expect(act(change)).toBe("nothing");
});

test("stops when what was agreed cannot be had any more; a better offer is taken", () => {
  const sold = (values: Partial<PackForSale>, amountMinor = 4_500n, currency = "usd") =>
    decide({ ...facts, pack: { ...pack, ...values, price: { ...pack.price, amountMinor, currency } } });
  expect(decide({ ...facts, returned: true })).toMatchObject({ act: "stop", because: "payment_returned" });
  expect(decide({ ...facts, pack: null })).toMatchObject({ act: "stop", because: "not_for_sale" });
  for (const worse of [sold({}, 4_501n), sold({ creditsMilli: 499_999n }), sold({}, 4_500n, "eur")])
    expect(worse).toMatchObject({ act: "stop", because: "price_changed" });
  expect(sold({ creditsMilli: 500_001n }, 4_499n).act).toBe("buy");
});

test("however often credits run low, a month never costs more than its cap", () => {
  const price = fc.bigInt({ min: 1n, max: 10_000n });
  fc.assert(
    fc.property(price, fc.bigInt({ min: 1n, max: 100_000n }), fc.nat(60), (agreed, cap, dips) => {
      const capMinor = cap < agreed ? agreed : cap;
      const sold = { ...pack, price: { ...pack.price, amountMinor: agreed } };
      const wish = { ...settings, amountMinor: agreed, capMinor };
      let spentMinor = 0n;
      for (let dip = 0; dip < dips; dip += 1) {
        const verdict = decide({ ...facts, settings: wish, pack: sold, spentMinor });
        expect(verdict.act).toBe(spentMinor + agreed <= capMinor ? "buy" : "wait");
        if (verdict.act === "buy") spentMinor += verdict.pack.price.amountMinor;
      }
      expect(spentMinor <= capMinor).toBe(true);
    }),
  );
});

test("every instant belongs to one calendar month of UTC", () => {
  const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (now) => {
      const { startsAt, endsAt, name } = monthOf(now);
      expect(startsAt <= now && now < endsAt).toBe(true);
      expect(monthOf(new Date(endsAt.getTime() - 1)).name).toBe(name);
      expect(monthOf(endsAt).startsAt).toEqual(endsAt);
    }),
  );
});

test("only a bank that asks for its customer is no decline", () => {
  expect(stopOf({ code: "authentication_required", declineCode: null })).toBe("needs_authentication");
  expect(stopOf({ code: "card_declined", declineCode: "authentication_required" })).toBe(
    "needs_authentication",
  );
  expect(stopOf({ code: "card_declined", declineCode: null })).toBe("declined");
  expect(stopOf({ code: null, declineCode: null })).toBe("declined");
});
