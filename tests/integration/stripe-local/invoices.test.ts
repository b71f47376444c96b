import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import {
  draftInvoice,
  HOUR,
  intentOf,
  june,
  openInvoice,
  paidInvoice,
  startInvoicing,
} from "./support/start-invoicing";
import { refusal } from "./support/start-local-stripe";

describe("invoices", () => {
  it("goes from draft to open to paid (https://docs.stripe.com/invoicing/overview#invoice-statuses)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const draft = await draftInvoice(invoicing, 5000);
    expect(draft).toMatchObject({
      status: "draft",
      number: null,
      amount_due: 5000,
      total: 5000,
      ending_balance: null,
      billing_reason: "manual",
    });
    expect(draft.lines.data[0]).toMatchObject({
      amount: 5000,
      description: "Work",
      parent: { type: "invoice_item_details", invoice_item_details: { proration: false } },
    });
    const open = await stripe.invoices.finalizeInvoice(draft.id, {
      expand: ["payments.data.payment.payment_intent", "confirmation_secret"],
    });
    expect(open).toMatchObject({ status: "open", amount_remaining: 5000, attempted: false });
    const intent = open.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ amount: 5000, status: "requires_payment_method" });
    expect(open.confirmation_secret?.client_secret).toBe(intent.client_secret);
    expect(await stripe.invoices.pay(draft.id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_remaining: 0,
      attempt_count: 1,
      status_transitions: { finalized_at: june, paid_at: june },
    });
    expect(await invoicing.told("invoice*")).toEqual([
      "invoice.created",
      "invoiceitem.created",
      "invoice.updated",
      "invoice.finalized",
      "invoice_payment.paid",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
  });

  it("numbers a customer's invoices one after the other, from the prefix (https://docs.stripe.com/invoicing/customize#invoice-numbering-scheme)", async () => {
    const invoicing = await startInvoicing();
    const numbers = [await openInvoice(invoicing, 500), await openInvoice(invoicing, 600)].map(
      ({ number }) => number,
    );
    expect(numbers).toEqual(["MIA-0001", "MIA-0002"]);
  });

  it("leaves pending items out unless asked to include them (https://docs.stripe.com/api/invoices/create#create_invoice-pending_invoice_items_behavior)", async () => {
    const { stripe, customer } = await startInvoicing();
    const item = await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd" });
    expect((await stripe.invoices.create({ customer })).lines.data).toEqual([]);
    const invoice = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
    expect(invoice).toMatchObject({ total: 700, lines: { data: [{ amount: 700 }] } });
    expect((await stripe.invoiceItems.retrieve(item.id)).invoice).toBe(invoice.id);
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
    expect((await stripe.invoiceItems.list({ customer, pending: false })).data).toHaveLength(1);
  });

  it("finalizes a draft that advances by itself an hour later, and charges it (https://docs.stripe.com/invoicing/integration/automatic-advancement-collection)", async () => {
    const invoicing = await startInvoicing();
    const { id, automatically_finalizes_at } = await draftInvoice(invoicing, 900, { auto_advance: true });
    expect(automatically_finalizes_at).toBe(june + HOUR);
    await invoicing.advance(HOUR - 1);
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("draft");
    await invoicing.advance(1);
    expect(await invoicing.stripe.invoices.retrieve(id)).toMatchObject({
      status: "paid",
      auto_advance: false,
      automatically_finalizes_at: null,
    });
  });

  it("does not advance by itself when created through the API (https://docs.stripe.com/invoicing/integration/automatic-advancement-collection)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await draftInvoice(invoicing, 900);
    await invoicing.advance(48 * HOUR);
    expect(await invoicing.stripe.invoices.retrieve(id)).toMatchObject({
      status: "draft",
      auto_advance: false,
    });
  });

  it("collects a finalized invoice right away when it advances by itself (https://docs.stripe.com/api/invoices/finalize)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await draftInvoice(invoicing, 900);
    await invoicing.stripe.invoices.finalizeInvoice(id, { auto_advance: true });
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("paid");
  });

  it("is paid at once when nothing is due (https://docs.stripe.com/invoicing/integration/workflow-transitions)", async () => {
    const invoicing = await startInvoicing(null);
    const { id } = await invoicing.stripe.invoices.create({ customer: invoicing.customer });
    const paid = await invoicing.stripe.invoices.finalizeInvoice(id, { expand: ["payments"] });
    expect(paid).toMatchObject({ status: "paid", amount_paid: 0, attempt_count: 0, attempted: true });
    expect(paid.payments?.data).toEqual([]);
  });

  it("stays paid when its payment is refunded (https://docs.stripe.com/invoicing/overview#invoice-statuses)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await paidInvoice(invoicing, 900);
    await invoicing.stripe.refunds.create({ payment_intent: (await intentOf(invoicing.stripe, id)).id });
    expect(await invoicing.stripe.invoices.retrieve(id)).toMatchObject({ status: "paid", amount_paid: 900 });
  });

  it("can be marked as paid elsewhere, which charges nothing (https://docs.stripe.com/api/invoices/pay#pay_invoice-paid_out_of_band)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await openInvoice(invoicing, 900);
    const paid = await invoicing.stripe.invoices.pay(id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ status: "paid", amount_remaining: 0, amount_paid_off_stripe: 900 });
    expect((await intentOf(invoicing.stripe, id)).status).toBe("canceled");
    expect((await invoicing.stripe.charges.list({ customer: invoicing.customer })).data).toEqual([]);
    const told = await invoicing.told("invoice.*");
    expect(told).toContain("invoice.paid");
    expect(told).not.toContain("invoice.payment_succeeded");
  });

  it("can be voided while open, for good, and its intent is canceled (https://docs.stripe.com/invoicing/overview#void)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 900);
    expect(await stripe.invoices.voidInvoice(id)).toMatchObject({
      status: "void",
      status_transitions: { voided_at: june },
    });
    expect((await intentOf(stripe, id)).status).toBe("canceled");
    expect((await refusal(stripe.invoices.pay(id))).statusCode).toBe(400);
    expect((await refusal(stripe.invoices.voidInvoice(id))).statusCode).toBe(400);
    expect((await stripe.invoices.retrieve(id)).status).toBe("void");
  });

  it("can be given up as uncollectible, and still be paid (https://docs.stripe.com/api/invoices/mark_uncollectible)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await openInvoice(invoicing, 900);
    const marked = await invoicing.stripe.invoices.markUncollectible(id);
    expect(marked).toMatchObject({ status: "uncollectible", auto_advance: false });
    expect((await invoicing.stripe.invoices.pay(id)).status).toBe("paid");
    expect(await invoicing.told("invoice.marked_uncollectible")).toHaveLength(1);
  });

  it("is sent, and becomes overdue when it is not paid in time (https://docs.stripe.com/api/events/types#event_types-invoice.overdue)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const { id } = await draftInvoice(invoicing, 900, {
      collection_method: "send_invoice",
      days_until_due: 7,
    });
    const sent = await stripe.invoices.sendInvoice(id);
    expect(sent).toMatchObject({ status: "open", due_date: june + 168 * HOUR, next_payment_attempt: null });
    await invoicing.advance(168 * HOUR);
    expect(await invoicing.told("invoice.*")).toEqual(
      expect.arrayContaining(["invoice.sent", "invoice.overdue"]),
    );
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({
      delinquent: true,
    });
    expect((await stripe.invoices.retrieve(id)).status).toBe("open");
  });

  it("can be deleted only as a draft; its items wait again (https://docs.stripe.com/api/invoices/delete)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const draft = await draftInvoice(invoicing, 900);
    expect(await stripe.invoices.del(draft.id)).toMatchObject({ deleted: true });
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(1);
    const open = await openInvoice(invoicing, 400);
    expect(await refusal(stripe.invoices.del(open.id))).toMatchObject({ code: "invoice_not_editable" });
    expect(await invoicing.told("invoice.deleted")).toHaveLength(1);
  });

  it("can be changed only as a draft, but for metadata (https://docs.stripe.com/api/invoices/update)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 900);
    expect((await stripe.invoices.update(id, { metadata: { order: "7" } })).metadata).toEqual({ order: "7" });
    const error = await refusal(stripe.invoices.update(id, { description: "Late" }));
    expect(error).toMatchObject({ code: "invoice_not_editable", statusCode: 400 });
    expect((await refusal(stripe.invoices.finalizeInvoice(id))).statusCode).toBe(400);
    expect((await stripe.invoices.retrieve(id)).description).toBeNull();
  });

  it("adds up again when lines are added, changed and removed (https://docs.stripe.com/invoicing/bulk-update-line-item)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const { id } = await draftInvoice(invoicing, 1000);
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 250,
      product_data: { name: "Hour" },
    });
    const added = await stripe.invoices.addLines(id, {
      lines: [
        { pricing: { price: price.id }, quantity: 4 },
        { amount: -300, description: "Goodwill" },
      ],
    });
    expect(added).toMatchObject({ subtotal: 1700, amount_due: 1700 });
    const [work, hours, goodwill] = added.lines.data;
    expect(hours).toMatchObject({
      amount: 1000,
      quantity: 4,
      description: "Hour",
      pricing: { price_details: { price: price.id } },
    });
    const line = await stripe.invoices.updateLineItem(id, hours?.id ?? "", { quantity: 2 });
    expect(line).toMatchObject({ amount: 500, quantity: 2 });
    const removed = await stripe.invoices.removeLines(id, {
      lines: [
        { id: work?.id ?? "", behavior: "delete" },
        { id: goodwill?.id ?? "", behavior: "unassign" },
      ],
    });
    expect(removed).toMatchObject({ amount_due: 500, lines: { data: [{ amount: 500 }] } });
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toMatchObject([
      { amount: -300 },
    ]);
  });

  it("lists by customer, status and time, and searches (https://docs.stripe.com/api/invoices/list)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const paid = await paidInvoice(invoicing, 900);
    const draft = await draftInvoice(invoicing, 400);
    const ids = async (params: Stripe.InvoiceListParams) =>
      (await stripe.invoices.list(params)).data.map(({ id }) => id);
    expect(await ids({ customer })).toEqual([draft.id, paid.id]);
    expect(await ids({ status: "paid", created: { gte: june } })).toEqual([paid.id]);
    expect(await ids({ created: { gt: june } })).toEqual([]);
    const found = await stripe.invoices.search({ query: `status:"paid" AND customer:"${customer}"` });
    expect(found.data.map(({ id }) => id)).toEqual([paid.id]);
  });

  it("previews what items would cost, and stores nothing (https://docs.stripe.com/api/invoices/create_preview)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd" });
    const preview = await stripe.invoices.createPreview({
      customer,
      invoice_items: [{ amount: 300, currency: "usd", description: "More" }],
    });
    expect(preview).toMatchObject({ status: "draft", amount_due: 1000, billing_reason: "upcoming" });
    expect(preview.id).toMatch(/^upcoming_in_/);
    expect((await stripe.invoices.list()).data).toEqual([]);
    expect(await invoicing.told("invoice.*")).toEqual([]);
  });

  it.each([
    ["due days of an invoice that is charged", { days_until_due: 3 }, "days_until_due"],
    ["a sent invoice without a due date", { collection_method: "send_invoice" }, "days_until_due"],
    ["a card of somebody else", { default_payment_method: "pm_card_visa" }, "default_payment_method"],
    ["an unknown customer", { customer: "cus_unknown" }, "customer"],
  ] as const)("refuses %s (https://docs.stripe.com/api/invoices/create)", async (_, params, param) => {
    const { stripe, customer } = await startInvoicing();
    const error = await refusal(stripe.invoices.create({ customer, ...params }));
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", param });
    expect((await stripe.invoices.list()).data).toEqual([]);
  });
});
