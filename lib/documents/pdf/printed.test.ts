import { describe, expect, test } from "vitest";
import { aDocument } from "@/tests/factories/document";
import { toPrinted } from "./printed";

const everything = () => true;
const rows = (list: readonly { label: string; value: string }[]) =>
  Object.fromEntries(list.map(({ label, value }) => [label, value]));

test("a receipt says what was paid, when, with which card, and its number", () => {
  const printed = toPrinted(aDocument(), everything);
  expect(printed).toMatchObject({
    title: "Receipt",
    summary: "$45.00 paid on 22 Nov 2026",
    lines: [{ description: "500 credits", quantity: "1", amount: "$45.00", period: null }],
    footer: "Receipt R-2026-000042",
  });
  expect(rows(printed.facts)).toEqual({
    Number: "R-2026-000042",
    "Date of issue": "22 Nov 2026",
    Paid: "22 Nov 2026",
    Card: "Visa •••• 4242",
  });
  expect(rows(printed.totals)).toEqual({
    Tax: "None",
    Total: "$45.00",
    "Paid with Visa •••• 4242": "$45.00",
  });
});

test("an invoice shows what a coupon took off and what a balance paid", () => {
  const period = { startsAt: new Date("2026-11-22T08:30:00Z"), endsAt: new Date("2026-12-22T08:30:00Z") };
  const invoice = aDocument({
    kind: "invoice",
    lines: [{ description: "Pro", quantity: 1, amountMinor: 10_000n, period }],
    ...{ discountMinor: -2_500n, totalMinor: 7_500n, balanceMinor: 500n },
    payment: { amountMinor: 7_000n, at: new Date("2026-11-22T08:29:00Z"), card: null },
  });
  const printed = toPrinted(invoice, everything);
  expect(printed.lines[0]?.period).toBe("22 Nov 2026 – 22 Dec 2026");
  expect(printed.totals.map(({ label, value }) => [label, value])).toEqual([
    ["Subtotal", "$100.00"],
    ["Discount", "−$25.00"],
    ["Tax", "None"],
    ["Total", "$75.00"],
    ["Paid from your balance", "$5.00"],
    ["Paid", "$70.00"],
  ]);
});

test("an invoice that a balance paid alone names no payment", () => {
  const printed = toPrinted(aDocument({ kind: "invoice", balanceMinor: 4_500n, payment: null }), everything);
  expect(printed.summary).toBe("$45.00 paid from your balance on 22 Nov 2026");
  expect(rows(printed.totals)).toEqual({ Tax: "None", Total: "$45.00", "Paid from your balance": "$45.00" });
});

test("an invoice shows tax that Stripe added, and what was owed from before", () => {
  const printed = toPrinted(
    aDocument({
      ...{ kind: "invoice", taxMinor: 855n, totalMinor: 5_355n, balanceMinor: -145n },
      payment: { amountMinor: 5_500n, at: new Date("2026-11-22T08:29:00Z"), card: null },
    }),
    everything,
  );
  expect(rows(printed.totals)).toEqual({
    Subtotal: "$45.00",
    Tax: "$8.55",
    Total: "$53.55",
    "Owed from before": "$1.45",
    Paid: "$55.00",
  });
});

describe("a credit note", () => {
  const corrects = { number: "R-2026-000041", issuedAt: new Date("2026-11-20T00:00:00Z") };

  test("names what it corrects and where the money went", () => {
    const printed = toPrinted(
      aDocument({ kind: "credit_note", number: "CN-2026-000003", corrects }),
      everything,
    );
    expect(printed).toMatchObject({ title: "Credit note", summary: "$45.00 refunded on 22 Nov 2026" });
    expect(rows(printed.facts)).toMatchObject({ Corrects: "R-2026-000041", Refunded: "22 Nov 2026" });
    expect(rows(printed.totals)).toMatchObject({ "Refunded to Visa •••• 4242": "$45.00" });
  });

  test("of a refund that failed says so, and is below zero", () => {
    const printed = toPrinted(
      aDocument({ kind: "credit_note", totalMinor: -4_500n, payment: null, corrects }),
      everything,
    );
    expect(printed.summary).toBe("$45.00 could not be refunded");
    expect(rows(printed.totals)).toEqual({ Tax: "None", Total: "−$45.00" });
  });
});

test.each([
  ["jpy", "¥4,500"],
  ["kwd", "KWD\u00a04.500"],
])("amounts in %s have the decimals of their currency: %s", (currency, amount) => {
  const printed = toPrinted(aDocument({ currency }), everything);
  expect(printed.lines[0]?.amount).toBe(amount);
  expect(printed.summary).toBe(`${amount} paid on 22 Nov 2026`);
});

test("a name that cannot be drawn whole gives way to the address; one that only loses a picture stays", () => {
  const latin = (codePoint: number) => codePoint < 0x250;
  const buyerOf = (name: string | null) =>
    toPrinted(aDocument({ buyer: { name, email: "ada@example.com" } }), latin).buyer;
  expect(buyerOf("한국 사람")).toEqual(["ada@example.com"]);
  expect(buyerOf("Ada 🎉")).toEqual(["Ada", "ada@example.com"]);
  expect(buyerOf(null)).toEqual(["ada@example.com"]);
});

test("the seller is shown with address and tax number", () => {
  const seller = { name: "Example GmbH", address: ["1 Example Street", "Berlin"], taxId: "DE123" };
  expect(toPrinted(aDocument({ seller }), everything).seller).toEqual([
    "Example GmbH",
    "1 Example Street",
    "Berlin",
    "Tax number: DE123",
  ]);
});
