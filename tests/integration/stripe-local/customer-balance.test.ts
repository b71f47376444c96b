import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { type Invoicing, draftInvoice, openInvoice, startInvoicing } from "./support/start-invoicing";

const balanceOf = async ({ stripe, customer }: Invoicing): Promise<number> =>
  ((await stripe.customers.retrieve(customer)) as Stripe.Customer).balance;

const movementsOf = async ({ stripe, customer }: Invoicing) =>
  (await stripe.customers.listBalanceTransactions(customer)).data
    .map(({ type, amount, ending_balance }) => [type, amount, ending_balance])
    .reverse();

describe("the customer's balance (https://docs.stripe.com/billing/customer/balance)", () => {
  it("pays from credit first, and charges the rest (https://docs.stripe.com/billing/customer/balance)", async () => {
    const invoicing = await startInvoicing();
    await invoicing.stripe.customers.createBalanceTransaction(invoicing.customer, {
      amount: -2000,
      currency: "usd",
    });
    const invoice = await openInvoice(invoicing, 5000);
    expect(invoice).toMatchObject({
      total: 5000,
      starting_balance: -2000,
      ending_balance: 0,
      amount_due: 3000,
    });
    expect(await movementsOf(invoicing)).toEqual([
      ["adjustment", -2000, -2000],
      ["applied_to_invoice", 2000, 0],
    ]);
  });

  it("is paid at once when credit covers it (https://docs.stripe.com/billing/customer/balance)", async () => {
    const invoicing = await startInvoicing(null);
    await invoicing.stripe.customers.update(invoicing.customer, { balance: -6000 });
    const invoice = await openInvoice(invoicing, 5000);
    expect(invoice).toMatchObject({ status: "paid", amount_due: 0, ending_balance: -1000 });
    expect(await balanceOf(invoicing)).toBe(-1000);
  });

  it("turns a negative total into credit (https://docs.stripe.com/billing/customer/balance)", async () => {
    const invoicing = await startInvoicing();
    const invoice = await openInvoice(invoicing, -1500);
    expect(invoice).toMatchObject({ status: "paid", total: -1500, amount_due: 0, ending_balance: -1500 });
    expect(await balanceOf(invoicing)).toBe(-1500);
  });

  it("leaves an amount too small to charge to the next invoice (https://docs.stripe.com/billing/customer/balance)", async () => {
    const invoicing = await startInvoicing();
    const small = await openInvoice(invoicing, 30);
    expect(small).toMatchObject({ status: "paid", amount_due: 0, total: 30, ending_balance: 30 });
    expect(await movementsOf(invoicing)).toEqual([["invoice_too_small", 30, 30]]);
    expect((await openInvoice(invoicing, 1000)).amount_due).toBe(1030);
    expect(await balanceOf(invoicing)).toBe(0);
  });

  it("comes back when the invoice is voided (https://docs.stripe.com/changelog/2019-12-03/customer-balances-returned-voided-invoices)", async () => {
    const invoicing = await startInvoicing();
    await invoicing.stripe.customers.update(invoicing.customer, { balance: -2000 });
    const { id } = await openInvoice(invoicing, 5000);
    await invoicing.stripe.invoices.voidInvoice(id);
    expect(await balanceOf(invoicing)).toBe(-2000);
    expect((await movementsOf(invoicing)).at(-1)).toEqual(["unapplied_from_invoice", -2000, -2000]);
  });

  it("is taken as it is when the invoice is finalized, not when it was drafted (https://docs.stripe.com/api/invoices/object#invoice_object-starting_balance)", async () => {
    const invoicing = await startInvoicing();
    const draft = await draftInvoice(invoicing, 5000);
    expect(draft).toMatchObject({ starting_balance: 0, ending_balance: null });
    await invoicing.stripe.customers.update(invoicing.customer, { balance: -500 });
    expect(await invoicing.stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
      starting_balance: -500,
      amount_due: 4500,
    });
  });

  it("takes what is more than one payment can be to the next invoice, too (https://docs.stripe.com/api/customer_balance_transactions/object#customer_balance_transaction_object-type)", async () => {
    const invoicing = await startInvoicing();
    const invoice = await openInvoice(invoicing, 100_000_500);
    expect(invoice).toMatchObject({ status: "open", amount_due: 99_999_999, ending_balance: 501 });
    expect(await movementsOf(invoicing)).toEqual([["invoice_too_large", 501, 501]]);
  });
});
