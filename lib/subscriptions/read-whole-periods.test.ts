import { describe, expect, test } from "vitest";
import type { GatewayInvoice, GatewayInvoiceLine } from "@/lib/ports/subscription-gateway";
import { readWholePeriods } from "./read-whole-periods";

const at = (text: string) => new Date(`${text}T00:00:00Z`);
const period = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const january = period("2026-01-01", "2026-02-01");
const rest = period("2026-01-16", "2026-02-01");

const line = (lineId: string, values: Partial<GatewayInvoiceLine> = {}): GatewayInvoiceLine => ({
  ...{ lineId, description: "", amountMinor: 5_000n, quantity: 1, stripePriceId: "price_a" },
  ...{ unitAmountMinor: 5_000n, stripeItemId: "si_1", period: january, proration: false, credited: null },
  ...values,
});

const back = (stripeInvoiceId: string, lineId: string) =>
  line("back", {
    ...{ amountMinor: -2_500n, proration: true, period: rest },
    credited: { stripeInvoiceId, lineIds: [lineId] },
  });
const part = (lineId: string, values: Partial<GatewayInvoiceLine> = {}) =>
  line(lineId, { proration: true, period: rest, ...values });

/** Stripe's earlier invoices; counts how often they are asked for. */
function earlier(invoices: Record<string, GatewayInvoiceLine[]>) {
  const asked: string[] = [];
  const getInvoice = (id: string) => {
    asked.push(id);
    return Promise.resolve({ lines: invoices[id] ?? [] } as unknown as GatewayInvoice);
  };
  return { asked, getInvoice };
}

const read = async (stripe: ReturnType<typeof earlier>, ...lines: GatewayInvoiceLine[]) =>
  (await readWholePeriods(stripe, { lines } as unknown as GatewayInvoice)).map(
    ({ wholePeriod }) => wholePeriod,
  );

describe("the whole period of a part", () => {
  test("is none of a line that bills a period of its own, and nothing is asked", async () => {
    const stripe = earlier({});
    expect(await read(stripe, line("a"))).toEqual([null]);
    expect(stripe.asked).toEqual([]);
  });

  test("is the one that was billed when it began", async () => {
    const stripe = earlier({ in_1: [line("other", { period: rest }), line("billed")] });
    expect(await read(stripe, back("in_1", "billed"), part("new"))).toEqual([january, january]);
  });

  test("is found through a part that was billed by an earlier change", async () => {
    const stripe = earlier({ in_2: [back("in_1", "billed"), part("second")], in_1: [line("billed")] });
    expect(await read(stripe, back("in_2", "second"), part("third"))).toEqual([january, january]);
    expect(stripe.asked).toEqual(["in_2", "in_1"]);
  });

  test("is unknown where the line that was billed is not there, or nothing leads on from it", async () => {
    expect(await read(earlier({ in_1: [] }), back("in_1", "billed"))).toEqual([null]);
    const orphan = earlier({ in_1: [part("billed"), line("b", { amountMinor: -1n })] });
    expect(await read(orphan, back("in_1", "billed"), part("new"))).toEqual([null, null]);
  });

  test("is unknown after a hundred changes that lead in a circle", async () => {
    const stripe = earlier({ in_1: [back("in_1", "billed"), part("billed")] });
    expect(await read(stripe, back("in_1", "billed"))).toEqual([null]);
    expect(stripe.asked).toHaveLength(100);
  });

  test("is not the old one's for a part that ends otherwise, nor for one without a line that gives back", async () => {
    const stripe = earlier({ in_1: [line("billed")] });
    const year = part("year", { period: period("2026-01-16", "2027-01-16") });
    expect(await read(stripe, back("in_1", "billed"), year)).toEqual([january, null]);
    expect(await read(stripe, part("alone"))).toEqual([null]);
  });
});
