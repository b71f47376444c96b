import { type WireInvoice, type WireInvoiceLine } from "../../store/object-types";
import { applyDiscounts, type Reduction } from "../discounts/apply-discounts";
import { MAX_AMOUNT, minimumAmount } from "../minimum-amounts";

/** A line before it has an id: all that totals need, and all that is stored. */
export type LineValues = Partial<WireInvoiceLine> &
  Pick<WireInvoiceLine, "amount" | "currency" | "discountable" | "pricing" | "discounts">;

interface Bill {
  lines: LineValues[];
  /** Of the whole invoice, in the order in which they apply. */
  reductions: Reduction[];
  /** Of single lines, by line. */
  ownReductions: Reduction[][];
  startingBalance: number;
  currency: string;
}

type Totals = Pick<
  WireInvoice,
  | "amount_due"
  | "amount_remaining"
  | "starting_balance"
  | "subtotal"
  | "subtotal_excluding_tax"
  | "total"
  | "total_discount_amounts"
  | "total_excluding_tax"
  | "total_pretax_credit_amounts"
  | "total_taxes"
>;

/** Adds a bill up: lines, less discounts, with the customer's balance. https://docs.stripe.com/api/invoices/object */
export function totalBill(bill: Bill): { totals: Totals; lines: LineValues[] } {
  const taken = applyDiscounts(
    bill.lines.map((line, place) => ({
      amount: line.amount,
      discountable: line.discountable,
      product: line.pricing?.price_details?.product ?? null,
      own: bill.ownReductions[place] ?? [],
    })),
    bill.reductions,
  );
  const lines = bill.lines.map((line, place) => ({
    ...line,
    subtotal: line.amount,
    discount_amounts: taken[place] ?? [],
    pretax_credit_amounts: (taken[place] ?? []).map((part) => ({ ...part, type: "discount" as const })),
  }));
  const byDiscount = new Map<string, number>();
  for (const { amount, discount } of taken.flat()) {
    byDiscount.set(discount, (byDiscount.get(discount) ?? 0) + amount);
  }
  const discountAmounts = [...byDiscount].map(([discount, amount]) => ({ amount, discount }));
  const subtotal = bill.lines.reduce((sum, line) => sum + line.amount, 0);
  const total = subtotal - discountAmounts.reduce((sum, { amount }) => sum + amount, 0);
  const { due } = settleWithBalance(total, bill);
  return {
    lines,
    totals: {
      amount_due: due,
      amount_remaining: due,
      starting_balance: bill.startingBalance,
      subtotal,
      subtotal_excluding_tax: subtotal,
      total,
      total_discount_amounts: discountAmounts,
      total_excluding_tax: total,
      total_pretax_credit_amounts: discountAmounts.map((part) => ({ ...part, type: "discount" })),
      total_taxes: [],
    },
  };
}

/**
 * Credit pays first; what is still due but too little or too much to charge is left to the next invoice, and what
 * is negative becomes credit. https://docs.stripe.com/billing/customer/balance
 */
export function settleWithBalance(
  total: number,
  { startingBalance, currency }: { startingBalance: number; currency: string },
): { due: number; applied: number; tooSmall: number; tooLarge: number; endingBalance: number } {
  const sum = total + startingBalance;
  if (sum <= 0) {
    return { due: 0, applied: sum - startingBalance, tooSmall: 0, tooLarge: 0, endingBalance: sum };
  }
  const tooSmall = sum < minimumAmount(currency) ? sum : 0;
  const tooLarge = Math.max(0, sum - MAX_AMOUNT);
  const left = tooSmall + tooLarge;
  return { due: sum - left, applied: -startingBalance, tooSmall, tooLarge, endingBalance: left };
}
