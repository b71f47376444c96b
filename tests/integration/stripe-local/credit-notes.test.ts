import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { intentOf, openInvoice, paidInvoice, startInvoicing } from "./support/start-invoicing";
import { refusal } from "./support/start-local-stripe";

describe("credit notes (https://docs.stripe.com/invoicing/integration/programmatic-credit-notes)", () => {
  it("lets an open invoice ask for less (https://docs.stripe.com/api/credit_notes/create)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 5000);
    const note = await stripe.creditNotes.create({ invoice: id, amount: 1200, reason: "duplicate" });
    expect(note).toMatchObject({
      type: "pre_payment",
      pre_payment_amount: 1200,
      post_payment_amount: 0,
      status: "issued",
      number: "MIA-0001-CN-01",
      total: 1200,
    });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      amount_due: 3800,
      amount_remaining: 3800,
      pre_payment_credit_notes_amount: 1200,
      total: 5000,
    });
    expect((await intentOf(stripe, id)).amount).toBe(3800);
    expect((await stripe.invoices.pay(id)).amount_paid).toBe(3800);
  });

  it("pays an open invoice that asks for nothing any more (https://docs.stripe.com/invoicing/integration/programmatic-credit-notes)", async () => {
    const invoicing = await startInvoicing(null);
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 5000);
    await stripe.creditNotes.create({ invoice: id, amount: 5000 });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "paid",
      amount_paid: 0,
      amount_due: 0,
    });
  });

  it("gives money of a paid invoice back, as a refund and as credit (https://docs.stripe.com/api/credit_notes/create)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const { id } = await paidInvoice(invoicing, 5000);
    const note = await stripe.creditNotes.create({
      invoice: id,
      amount: 3000,
      refund_amount: 2000,
      credit_amount: 1000,
    });
    expect(note).toMatchObject({ type: "post_payment", post_payment_amount: 3000 });
    expect(note.refunds).toMatchObject([{ amount_refunded: 2000, type: "refund" }]);
    expect((await stripe.charges.list({ customer })).data[0]?.amount_refunded).toBe(2000);
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({ balance: -1000 });
    const [movement] = (await stripe.customers.listBalanceTransactions(customer)).data;
    expect(movement).toMatchObject({ type: "credit_note", amount: -1000, credit_note: note.id });
    expect(note.customer_balance_transaction).toBe(movement?.id);
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      post_payment_credit_notes_amount: 3000,
    });
  });

  it("wants the parts to add up to what was paid too much, and changes nothing otherwise (https://docs.stripe.com/changelog/2019-12-03/post-payment-credit-note-requirement)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const { id } = await paidInvoice(invoicing, 5000);
    const call = stripe.creditNotes.create({ invoice: id, amount: 3000, refund_amount: 2000 });
    expect((await refusal(call)).statusCode).toBe(400);
    expect((await stripe.creditNotes.list({ invoice: id })).data).toEqual([]);
    expect((await stripe.charges.list({ customer })).data[0]?.amount_refunded).toBe(0);
  });

  it("can name a refund that was made before (https://docs.stripe.com/api/credit_notes/create#create_credit_note-refunds)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await paidInvoice(invoicing, 5000);
    const intent = await intentOf(stripe, id);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 700 });
    const note = await stripe.creditNotes.create({
      invoice: id,
      amount: 1000,
      refunds: [{ refund: refund.id }],
      out_of_band_amount: 300,
    });
    expect(note.refunds).toMatchObject([{ refund: refund.id, amount_refunded: 700 }]);
    expect(note.out_of_band_amount).toBe(300);
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  it("goes beyond what is open into what credit has paid (https://docs.stripe.com/api/credit_notes/create)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    await stripe.customers.update(customer, { balance: -2000 });
    const { id } = await openInvoice(invoicing, 5000);
    const note = await stripe.creditNotes.create({ invoice: id, amount: 4000, credit_amount: 1000 });
    expect(note).toMatchObject({ type: "mixed", pre_payment_amount: 3000, post_payment_amount: 1000 });
    expect((await stripe.invoices.retrieve(id)).status).toBe("paid");
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({ balance: -1000 });
  });

  it("credits lines by quantity, less their discount, and no line twice (https://docs.stripe.com/api/credit_notes/create#create_credit_note-lines)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const coupon = await stripe.coupons.create({ percent_off: 10 });
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 1000,
      product_data: { name: "Hour" },
    });
    await stripe.invoiceItems.create({ customer, pricing: { price: price.id }, quantity: 4 });
    const draft = await stripe.invoices.create({
      customer,
      discounts: [{ coupon: coupon.id }],
      pending_invoice_items_behavior: "include",
    });
    const invoice = await stripe.invoices.finalizeInvoice(draft.id);
    const line = { type: "invoice_line_item", invoice_line_item: invoice.lines.data[0]?.id ?? "" } as const;
    const params = { invoice: invoice.id, lines: [{ ...line, quantity: 3 }] };
    const preview = await stripe.creditNotes.preview(params);
    const note = await stripe.creditNotes.create(params);
    expect(note).toMatchObject({ subtotal: 3000, discount_amount: 300, total: 2700 });
    expect([preview.total, preview.lines.data[0]?.amount]).toEqual([2700, 3000]);
    expect((await stripe.creditNotes.listLineItems(note.id)).data).toMatchObject([
      { quantity: 3, amount: 3000 },
    ]);
    expect((await refusal(stripe.creditNotes.create(params))).param).toBe("lines[0][quantity]");
    expect((await stripe.creditNotes.list({ customer })).data).toHaveLength(1);
  });

  it("can be voided while its invoice is open, which then asks for the whole again (https://docs.stripe.com/api/credit_notes/void)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 5000);
    const note = await stripe.creditNotes.create({ invoice: id, amount: 1200 });
    expect((await stripe.creditNotes.voidCreditNote(note.id)).status).toBe("void");
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      amount_due: 5000,
      pre_payment_credit_notes_amount: 0,
    });
    expect((await refusal(stripe.creditNotes.voidCreditNote(note.id))).statusCode).toBe(400);
    expect(await invoicing.told("credit_note.*")).toEqual(["credit_note.created", "credit_note.voided"]);
  });

  it.each(["draft", "void", "too much"])(
    "refuses a note for %s (https://docs.stripe.com/api/credit_notes/create)",
    async (state) => {
      const invoicing = await startInvoicing();
      const { stripe, customer } = invoicing;
      const { id } =
        state === "draft" ? await stripe.invoices.create({ customer }) : await openInvoice(invoicing, 5000);
      if (state === "void") await stripe.invoices.voidInvoice(id);
      const error = await refusal(stripe.creditNotes.create({ invoice: id, amount: 5001 }));
      expect(error).toMatchObject({ statusCode: 400, param: state === "too much" ? "amount" : "invoice" });
      expect((await stripe.creditNotes.list({ invoice: id })).data).toEqual([]);
    },
  );
});
