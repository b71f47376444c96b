import { describe, expect, test } from "vitest";
import type { Db } from "@/lib/db";
import type {
  FoundDispute,
  FoundInvoice,
  FoundPayment,
  FoundRefund,
} from "@/lib/ports/reconciliation-gateway";
import type { Matter } from "../matter";
import type { OurRow } from "../our-queries";
import { disputes } from "./disputes";
import { invoices } from "./invoices";
import { payments } from "./payments";
import { refunds } from "./refunds";

const at = new Date("2026-01-01T00:00:00Z");
const row = { id: "1", stripeId: "x", userId: "u", at };

/** The reasons of all that differs between these two sides, besides what both have of `same`. */
function comparing<There, Ours extends OurRow>(matter: Matter<There, Ours>, there: There, ours: Ours) {
  return (other: Partial<There>, our: Partial<Ours>) =>
    matter.compare({ ...there, ...other }, { ...ours, ...our });
}

type OursOf<M extends { compare(...sides: never[]): unknown }> = Parameters<M["compare"]>[1];

describe("a refund", () => {
  const there = { status: "succeeded", amountMinor: 500n, currency: "usd" } as FoundRefund;
  const ours: OursOf<typeof refunds> = {
    ...{ ...row, status: "succeeded", amountMinor: 500n, currency: "usd", credits: "claw_back" },
    ...{ clawedAt: at, restoredAt: null, credited: true },
  };
  const compare = comparing(refunds, there, ours);

  test("that is the same on both sides differs in nothing", () => {
    expect(compare({}, {})).toEqual([]);
    expect(compare({}, { clawedAt: null, credits: "keep" })).toEqual([]);
    expect(compare({}, { clawedAt: null, credited: false })).toEqual([]);
  });

  test("must take credits once it is made, and give them back when it fails", () => {
    expect(compare({}, { clawedAt: null })).toEqual([
      { kind: "credits_differ", reason: "refund_took_nothing", here: null, there: "succeeded" },
    ]);
    for (const status of ["failed", "canceled"] as const) {
      expect(compare({ status }, { status })).toEqual([
        { kind: "credits_differ", reason: "refund_gave_nothing_back", here: null, there: status },
      ]);
      expect(compare({ status }, { status, restoredAt: at })).toEqual([]);
      expect(compare({ status }, { status, clawedAt: null })).toEqual([]);
    }
  });

  test("may differ in its state, and in its amount, which no reading would repair", () => {
    expect(compare({ status: "pending" }, {})).toEqual([
      { kind: "status_differs", reason: "status", here: "succeeded", there: "pending" },
    ]);
    expect(compare({ amountMinor: 501n }, {})).toEqual([
      { kind: "amount_differs", reason: "amount", here: "$5.00", there: "$5.01", repairable: false },
    ]);
  });
});

describe("a dispute", () => {
  const there = { status: "needs_response", amountMinor: 500n, currency: "usd" } as FoundDispute;
  const ours: OursOf<typeof disputes> = {
    ...{ ...row, status: "needs_response", amountMinor: 500n, currency: "usd" },
    ...{ frozenAt: at, clawedAt: null, credited: true },
  };
  const compare = comparing(disputes, there, ours);

  test("must freeze credits while it is open, and take them when it is lost", () => {
    expect(compare({}, {})).toEqual([]);
    expect(compare({}, { frozenAt: null })).toEqual([
      { kind: "credits_differ", reason: "dispute_froze_nothing", here: null, there: "needs_response" },
    ]);
    expect(compare({ status: "lost" }, { status: "lost" })).toEqual([
      { kind: "credits_differ", reason: "dispute_took_nothing", here: null, there: "lost" },
    ]);
    expect(compare({}, { frozenAt: null, credited: false })).toEqual([]);
  });

  test("may differ in its amount", () => {
    expect(compare({ amountMinor: 400n }, {})).toEqual([
      { kind: "amount_differs", reason: "amount", here: "$5.00", there: "$4.00" },
    ]);
  });
});

describe("a payment", () => {
  const there = {
    ...{ status: "succeeded", amountMinor: 1_000n, currency: "usd", refundedMinor: null, attempts: [] },
  } as unknown as FoundPayment;
  const ours: OursOf<typeof payments> = {
    ...{ ...row, kind: "purchase", status: "succeeded", amountMinor: 1_000n, currency: "usd", problem: null },
    ...{ creditedAt: at, refundedMinor: 0n, attemptKeys: [], promisedMilli: 5n, notedMilli: 5n },
    ...{ grantedMilli: 5n, costMinor: 1_000n, returnedMinor: 0n, clawedMinor: 0n, lostDispute: false },
  };
  const compare = comparing(payments, there, ours);

  test("whose lots returned as much as its refunds took, at most its cost, differs in nothing", () => {
    expect(compare({}, {})).toEqual([]);
    expect(compare({}, { returnedMinor: 400n, clawedMinor: 400n })).toEqual([]);
    expect(compare({}, { returnedMinor: 1_000n, clawedMinor: 1_200n })).toEqual([]);
  });

  test("whose lots returned another sum is a person's matter, unless a lost dispute took the rest", () => {
    const finding = { kind: "credits_differ", reason: "returned_sum", repairable: false };
    expect(compare({}, { returnedMinor: 300n, clawedMinor: 400n })).toEqual([
      { ...finding, here: "$3.00", there: "$4.00" },
    ]);
    expect(compare({}, { returnedMinor: 900n, clawedMinor: 1_200n })).toEqual([
      { ...finding, here: "$9.00", there: "$10.00" },
    ]);
    expect(compare({}, { returnedMinor: 1_000n, clawedMinor: 400n, lostDispute: true })).toEqual([]);
  });

  test("that nobody has paid yet is failed here", () => {
    expect(compare({ status: "incomplete" }, { status: "failed" })).toEqual([]);
    expect(compare({ status: "incomplete" }, { status: "processing" })).toEqual([
      { kind: "status_differs", reason: "status", here: "processing", there: "failed" },
    ]);
  });

  test("is nothing yet before the first try to pay", () => {
    const tried = { attempts: [{}] } as unknown as FoundPayment;
    expect(payments.isNothing?.({ ...there, status: "incomplete" })).toBe(true);
    expect(payments.isNothing?.({ ...there, status: "canceled" })).toBe(true);
    expect(payments.isNothing?.({ ...there, ...tried, status: "canceled" })).toBe(false);
    expect(payments.isNothing?.(there)).toBe(false);
  });
});

describe("an invoice", () => {
  const there = {
    ...{ stripeInvoiceId: "in_1", status: "paid", currency: "usd", lotKeys: ["in:in_1:il_1"], lines: [] },
    ...{ totalMinor: 5_000n, paidMinor: 5_000n, dueMinor: 0n },
  } as unknown as FoundInvoice & { lotKeys: string[] | null };
  const ours: OursOf<typeof invoices> = {
    ...{ ...row, status: "paid", totalMinor: 5_000n, paidMinor: 5_000n, dueMinor: 0n, currency: "usd" },
    ...{ problem: null, creditedAt: at, creditsMilli: 1_000n, grantedMilli: 1_000n, paidBack: false },
    lotKeys: ["in:in_1:il_1"],
  };
  const compare = comparing(invoices, there, ours);

  test("that is the same on both sides differs in nothing", () => {
    expect(compare({}, {})).toEqual([]);
    expect(compare({ status: "open" }, { status: "open", creditedAt: null })).toEqual([]);
  });

  test("may differ in any of its sums", () => {
    expect(compare({ dueMinor: 100n }, {})).toEqual([
      {
        ...{ kind: "amount_differs", reason: "amount" },
        here: "$50.00, $50.00 paid, $0.00 due",
        there: "$50.00, $50.00 paid, $1.00 due",
      },
    ]);
  });

  test("that is paid must bring credits, unless it is a second subscription's or was paid back", () => {
    const finding = { kind: "credits_not_granted", there: null };
    expect(compare({}, { creditedAt: null })).toEqual([{ ...finding, reason: "not_credited", here: null }]);
    expect(compare({}, { creditedAt: null, problem: "price_unknown" })).toEqual([
      { ...finding, reason: "problem", here: "price_unknown" },
    ]);
    expect(compare({}, { creditedAt: null, problem: "second_subscription" })).toEqual([]);
    expect(compare({}, { creditedAt: null, paidBack: true })).toEqual([]);
  });

  test("must have brought its lots; of parts of periods only their sum is known", () => {
    expect(compare({}, { lotKeys: [], grantedMilli: 0n })).toEqual([
      { kind: "credits_differ", reason: "lots", here: "0 in 0 lots", there: "1 in 1 lots" },
    ]);
    expect(compare({ lotKeys: null }, { lotKeys: ["in:in_1:il_2"] })).toEqual([]);
    expect(compare({ lotKeys: null }, { grantedMilli: 400n })).toEqual([
      { kind: "credits_differ", reason: "lots", here: "0.4 in 1 lots", there: "1 in 1 lots" },
    ]);
  });

  const line = {
    ...{ lineId: "il_1", amountMinor: 5_000n, unitAmountMinor: 5_000n, quantity: 1, proration: false },
    stripePriceId: "price_a",
    period: { startsAt: at, endsAt: new Date("2026-02-01T00:00:00Z") },
  };
  const price = {
    ...{ stripePriceId: "price_a", stripeProductId: "quickscale_plan_pro", name: "Pro", interval: "month" },
    ...{ creditsMilli: 1_000n, amountMinor: 5_000n },
  };
  const catalogue = { prisma: { catalogPrice: { findMany: () => Promise.resolve([price]) } } };
  const complete = async (lines: object[]) => {
    const invoice = { ...there, lotKeys: null, lines } as unknown as typeof there;
    const [completed] = (await invoices.complete?.(catalogue as unknown as Db, [invoice])) ?? [];
    return completed?.lotKeys;
  };

  test("stands for the lots of the plans on its lines; what is no plan's brings none", async () => {
    expect(await complete([line])).toEqual(["in:in_1:il_1"]);
    const [foreign, free] = [{ stripePriceId: "price_other" }, { stripePriceId: null }];
    expect(await complete([line, { ...line, ...foreign, lineId: "il_2" }])).toEqual(["in:in_1:il_1"]);
    expect(await complete([{ ...line, ...free }])).toEqual([]);
  });

  test("with parts of periods does not tell its lots by itself", async () => {
    expect(await complete([{ ...line, proration: true }])).toBeNull();
    expect(await complete([line, { ...line, amountMinor: -100n }])).toBeNull();
  });
});
