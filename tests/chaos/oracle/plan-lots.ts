import type Stripe from "stripe";
import type { Facts, Invoice } from "./facts";
import { idOf } from "./facts";
import { plans, type Plan } from "./sold";

/** In Stripe's seconds. */
interface Span {
  start: number;
  end: number;
}

/** Credits that must exist, as the rules imply them. */
export interface ImpliedLot {
  key: string;
  creditsMilli: bigint;
  /** Null: whenever it was told. */
  startsAt: number | null;
  endsAt: number | null;
}

interface Line {
  id: string;
  plan: Plan;
  amount: number;
  part: Span;
  proration: boolean;
}

function addMonths(seconds: number, months: number): number {
  const at = new Date(seconds * 1_000);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  const time = at.getTime() - Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return (first + (Math.min(at.getUTCDate(), days) - 1) * 86_400_000 + time) / 1_000;
}

/** The months of a period: itself, or the year's twelve. */
function monthsOf({ start, end }: Span, { yearly }: Plan): Span[] {
  if (!yearly) return [{ start, end }];
  return Array.from({ length: 12 }, (_, month) => ({
    start: addMonths(start, month),
    end: month === 11 ? end : addMonths(start, month + 1),
  }));
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const share = (credits: bigint, part: number, whole: number): bigint =>
  (credits * BigInt(part)) / BigInt(Math.max(1, whole));

function isProration(line: Stripe.InvoiceLineItem): boolean {
  const { subscription_item_details: item, invoice_item_details: loose } = line.parent ?? {};
  return item?.proration ?? loose?.proration ?? false;
}

function toLines(invoice: Invoice, prices: Facts["prices"]): Line[] {
  return invoice.lines.flatMap((line) => {
    const plan = plans[prices.get(idOf(line.pricing?.price_details?.price) ?? "") ?? ""];
    return plan
      ? [{ id: line.id, plan, amount: line.amount, part: line.period, proration: isProration(line) }]
      : [];
  });
}

/** The whole period of which a prorated line is a part: the one that was billed in full and ends with it. */
function wholeOf(line: Line, billed: readonly Span[]): Span | null {
  return (
    billed.find(({ start, end }) => end === line.part.end && start <= line.part.start) ??
    (line.proration ? null : line.part)
  );
}

function lotsOfLine(invoiceId: string, line: Line, billed: readonly Span[]): ImpliedLot[] {
  const whole = line.proration ? wholeOf(line, billed) : line.part;
  if (!whole)
    throw new Error(`${invoiceId}: no whole period of ${JSON.stringify({ ...line, plan: null, billed })}`);
  return monthsOf(whole, line.plan)
    .filter((month) => overlap(month, line.part) > 0)
    .map((month, index) => ({
      key: `in:${invoiceId}:${line.id}${index === 0 ? "" : `:${index + 1}`}`,
      creditsMilli: share(line.plan.perMonth, overlap(month, line.part), month.end - month.start),
      startsAt: Math.max(month.start, line.part.start),
      endsAt: month.end,
    }));
}

/** What is left of the old plan stays with the member, so an upgrade brings only what the new one is more. */
function takeOldOff(lots: ImpliedLot[], line: Line, billed: readonly Span[]): void {
  const whole = wholeOf(line, billed);
  if (!whole) throw new Error(`No whole period of ${line.id}`);
  for (const month of monthsOf(whole, line.plan)) {
    const part = overlap(month, line.part);
    if (part === 0) continue;
    const from = Math.max(month.start, line.part.start);
    const lot =
      lots.find(({ startsAt, endsAt }) => (startsAt ?? 0) <= from && from < (endsAt ?? 0)) ?? lots[0];
    if (!lot) continue;
    const old = share(line.plan.perMonth, part, month.end - month.start);
    lot.creditsMilli = lot.creditsMilli > old ? lot.creditsMilli - old : 0n;
  }
}

const subscriptionOf = ({ invoice }: Invoice): string | null =>
  idOf(invoice.parent?.subscription_details?.subscription);

/** The lots that a paid invoice of a plan implies. */
export function planLots(facts: Facts, invoice: Invoice): ImpliedLot[] {
  const id = invoice.invoice.id;
  const siblings = facts.invoices.filter((other) => subscriptionOf(other) === subscriptionOf(invoice));
  const billed = siblings
    .flatMap((one) => toLines(one, facts.prices))
    .filter(({ proration, amount }) => !proration && amount > 0)
    .map(({ part }) => part);
  const lines = toLines(invoice, facts.prices);
  const lots = lines.filter(({ amount }) => amount > 0).flatMap((line) => lotsOfLine(id, line, billed));
  for (const line of lines.filter(({ amount }) => amount < 0)) takeOldOff(lots, line, billed);
  return lots.filter(({ creditsMilli }) => creditsMilli > 0n);
}

export { subscriptionOf };
