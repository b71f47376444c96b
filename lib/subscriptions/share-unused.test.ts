import { expect, test } from "vitest";
import { shareUnused, type PaidInvoice } from "./share-unused";

const at = (text: string) => new Date(`${text}T00:00:00Z`);
const line = (amountMinor: bigint, from: string, to: string) => ({
  amountMinor,
  period: { startsAt: at(from), endsAt: at(to) },
});
const paid = (paymentId: string, leftMinor: bigint) => [{ paymentId, leftMinor }];

const basic: PaidInvoice = {
  lines: [line(3_000n, "2030-04-01", "2030-05-01")],
  payments: paid("basic", 3_000n),
};
/** On the 11th: 20 of 30 days of Basic go back, and as many of Pro are billed. */
const upgrade: PaidInvoice = {
  lines: [line(-2_000n, "2030-04-11", "2030-05-01"), line(6_000n, "2030-04-11", "2030-05-01")],
  payments: paid("upgrade", 4_000n),
};

test("of one period, the share of the time that is left", () => {
  expect(shareUnused([basic], at("2030-04-11"))).toEqual([{ paymentId: "basic", amountMinor: 2_000n }]);
  expect(shareUnused([basic], at("2030-04-01"))).toEqual([{ paymentId: "basic", amountMinor: 3_000n }]);
  expect(shareUnused([basic], at("2030-03-01"))).toEqual([{ paymentId: "basic", amountMinor: 3_000n }]);
  expect(shareUnused([basic], at("2030-05-01"))).toEqual([]);
});

test("after an upgrade, the invoices together give back what is left of the new plan", () => {
  expect(shareUnused([upgrade, basic], at("2030-04-21"))).toEqual([
    { paymentId: "upgrade", amountMinor: 2_000n },
    { paymentId: "basic", amountMinor: 1_000n },
  ]);
});

test("only what was really paid, and is still held: discounts, balances and earlier refunds count", () => {
  const half = { ...basic, payments: paid("basic", 1_500n) };
  expect(shareUnused([half], at("2030-04-16"))).toEqual([{ paymentId: "basic", amountMinor: 750n }]);
  const free = { ...basic, payments: [] };
  expect(shareUnused([free], at("2030-04-16"))).toEqual([]);
  const trial = { lines: [line(0n, "2030-04-01", "2030-05-01")], payments: [] };
  expect(shareUnused([trial], at("2030-04-16"))).toEqual([]);
});

test("what a downgrade gave back as a balance is not paid back once more", () => {
  const downgrade: PaidInvoice = {
    lines: [line(-2_000n, "2030-04-11", "2030-05-01"), line(500n, "2030-04-11", "2030-05-01")],
    payments: [],
  };
  expect(shareUnused([downgrade, basic], at("2030-04-21"))).toEqual([
    { paymentId: "basic", amountMinor: 250n },
  ]);
  const gift: PaidInvoice = { lines: [line(-9_000n, "2030-04-01", "2030-05-01")], payments: [] };
  expect(shareUnused([gift, basic], at("2030-04-21"))).toEqual([]);
});

test("an invoice in two payments pays back from both; a line without a span is over", () => {
  const twice: PaidInvoice = {
    lines: [...basic.lines, line(0n, "2030-04-01", "2030-04-01")],
    payments: [...paid("one", 1_000n), ...paid("two", 2_000n)],
  };
  expect(shareUnused([twice], at("2030-04-11"))).toEqual([
    { paymentId: "one", amountMinor: 1_000n },
    { paymentId: "two", amountMinor: 1_000n },
  ]);
});
