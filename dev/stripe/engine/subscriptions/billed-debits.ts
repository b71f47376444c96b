import {
  type WireInvoiceLine,
  type WireSubscription,
  type WireSubscriptionItem,
} from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { linesOf } from "../invoices/invoice-lines";
import { type Period } from "./billing-cycle";

/** A part of the current period that an item was billed for, and what it came to after discounts. */
export interface Debit {
  period: Period;
  net: number;
  quantity: number;
  price: string | null;
  /** null: it still waits for an invoice. */
  line: { invoice: string; lines: string[] } | null;
}

/** A share of a debit: the time of it that nothing newer was billed for. */
export interface DebitShare {
  debit: Debit;
  period: Period;
}

/**
 * Who paid for a stretch of time: newer debits come before older ones, which were credited when those were made.
 * https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations
 */
export function sharesOf(debits: Debit[], wanted: Period): DebitShare[] {
  let open = [wanted];
  return debits.flatMap((debit) => {
    const shares = open.flatMap((period) => overlap(period, debit.period) ?? []);
    open = open.flatMap((period) => without(period, debit.period));
    return shares.map((period) => ({ debit, period }));
  });
}

/** What was billed for an item since its period began, newest first: items that wait, then invoices. */
export function debitsOf(
  engine: Engine,
  subscription: Pick<WireSubscription, "id" | "customer">,
  item: WireSubscriptionItem,
): Debit[] {
  const since = { gte: item.current_period_start };
  const { data: waiting } = engine.store.objects.list("invoiceitem", {
    where: { customer: idOf(subscription.customer) ?? "" },
    created: since,
    limit: 10_000,
  });
  const { data: invoices } = engine.store.objects.list("invoice", {
    where: { "parent.subscription_details.subscription": subscription.id },
    created: since,
    limit: 10_000,
  });
  const waitingDebits = waiting
    .filter(({ invoice, parent }) => !invoice && parent?.subscription_details?.subscription_item === item.id)
    .filter(({ amount }) => amount >= 0)
    .map(({ amount, period, pricing, quantity }) => ({
      period,
      net: amount,
      quantity,
      price: idOf(pricing?.price_details?.price),
      line: null,
    }));
  const billed = invoices
    .filter(({ status }) => status !== "void")
    .flatMap(({ id }) => linesOf(engine, id).toReversed())
    .filter(
      ({ amount, parent }) => amount >= 0 && parent?.subscription_item_details?.subscription_item === item.id,
    )
    .map(debitOfLine);
  return [...waitingDebits, ...billed];
}

function debitOfLine(line: WireInvoiceLine): Debit {
  const discounts = line.discount_amounts ?? [];
  return {
    period: line.period,
    net: line.amount - discounts.reduce((sum, { amount }) => sum + amount, 0),
    quantity: line.quantity ?? 1,
    price: idOf(line.pricing?.price_details?.price),
    line: { invoice: line.invoice ?? "", lines: [line.id] },
  };
}

function overlap(a: Period, b: Period): Period | null {
  const period = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  return period.start < period.end ? period : null;
}

function without(period: Period, taken: Period): Period[] {
  const before = { start: period.start, end: Math.min(period.end, taken.start) };
  const after = { start: Math.max(period.start, taken.end), end: period.end };
  return [before, after].filter(({ start, end }) => start < end);
}
