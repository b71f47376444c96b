import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import {
  type Invoicing,
  DAY,
  draftInvoice,
  HOUR,
  june,
  startInvoicing,
  giveCard,
} from "./support/start-invoicing";
import { refusal } from "./support/start-local-stripe";

const FIRST_TRY = june + HOUR;

/** An invoice whose automatic collection has failed once. */
async function failedInvoice(invoicing: Invoicing): Promise<string> {
  const { id } = await draftInvoice(invoicing, 900, { auto_advance: true });
  await invoicing.advance(HOUR);
  return id;
}

const declinedCharges = async ({ stripe, customer }: Invoicing): Promise<number> =>
  (await stripe.charges.list({ customer, limit: 100 })).data.filter(({ status }) => status === "failed")
    .length;

describe("dunning (https://docs.stripe.com/billing/revenue-recovery/smart-retries#custom-retry-schedule)", () => {
  it("tries again 3, 5 and 7 days after each failure, then gives up (https://docs.stripe.com/billing/revenue-recovery/smart-retries#custom-retry-schedule)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const { stripe } = invoicing;
    const id = await failedInvoice(invoicing);
    const seen = [await stripe.invoices.retrieve(id)];
    for (const days of [3, 5, 7]) {
      await invoicing.advance(days * DAY);
      seen.push(await stripe.invoices.retrieve(id));
    }
    expect(seen.map((invoice) => [invoice.attempt_count, invoice.next_payment_attempt])).toEqual([
      [1, FIRST_TRY + 3 * DAY],
      [2, FIRST_TRY + 8 * DAY],
      [3, FIRST_TRY + 15 * DAY],
      [4, null],
    ]);
    expect(seen.at(-1)).toMatchObject({ status: "open", attempted: true });
    await invoicing.advance(60 * DAY);
    expect(await declinedCharges(invoicing)).toBe(4);
    expect(await invoicing.told("invoice.payment_failed")).toHaveLength(4);
  });

  it("tells when it will try next in the event itself (https://docs.stripe.com/billing/subscriptions/webhooks#payment-failures)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    await failedInvoice(invoicing);
    const [event] = (await invoicing.stripe.events.list({ type: "invoice.payment_failed" })).data;
    const invoice = event?.data.object as Stripe.Invoice;
    expect(invoice).toMatchObject({ attempt_count: 1, next_payment_attempt: FIRST_TRY + 3 * DAY });
  });

  it("recovers with a card that was replaced meanwhile (https://docs.stripe.com/billing/revenue-recovery/smart-retries)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const id = await failedInvoice(invoicing);
    const { stripe, customer } = invoicing;
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({
      delinquent: true,
    });
    await giveCard(stripe, customer, "pm_card_visa");
    await invoicing.advance(3 * DAY);
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "paid",
      attempt_count: 2,
      next_payment_attempt: null,
      status_transitions: { paid_at: FIRST_TRY + 3 * DAY },
    });
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({
      delinquent: false,
    });
  });

  it("lets a try by hand leave the schedule alone (https://docs.stripe.com/api/invoices/object#invoice_object-attempt_count)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const id = await failedInvoice(invoicing);
    const error = await refusal(invoicing.stripe.invoices.pay(id));
    expect(error).toMatchObject({ statusCode: 402, code: "card_declined", type: "StripeCardError" });
    expect(await invoicing.stripe.invoices.retrieve(id)).toMatchObject({
      attempt_count: 1,
      next_payment_attempt: FIRST_TRY + 3 * DAY,
    });
    expect(await declinedCharges(invoicing)).toBe(2);
  });

  it("pays what a customer finishes by hand, and stops trying (https://docs.stripe.com/invoicing/hosted-invoice-page)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const id = await failedInvoice(invoicing);
    const { stripe, customer } = invoicing;
    const good = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    expect((await stripe.invoices.pay(id, { payment_method: good.id })).status).toBe("paid");
    await invoicing.advance(30 * DAY);
    expect(await declinedCharges(invoicing)).toBe(1);
    expect((await stripe.charges.list({ customer })).data).toHaveLength(2);
  });

  it("takes another schedule from its options [from knowledge]", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail", { invoiceRetryDays: [1] });
    const id = await failedInvoice(invoicing);
    await invoicing.advance(DAY);
    expect(await invoicing.stripe.invoices.retrieve(id)).toMatchObject({
      attempt_count: 2,
      next_payment_attempt: null,
    });
  });

  it("says once that there is no card, and retries nothing (https://docs.stripe.com/billing/revenue-recovery/smart-retries)", async () => {
    const invoicing = await startInvoicing(null);
    const id = await failedInvoice(invoicing);
    await invoicing.advance(3 * DAY);
    expect(await invoicing.told("invoice.payment_failed")).toHaveLength(1);
    expect((await refusal(invoicing.stripe.invoices.pay(id))).statusCode).toBe(400);
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("open");
  });

  it("stops when collecting is turned off (https://docs.stripe.com/invoicing/integration/automatic-advancement-collection)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const id = await failedInvoice(invoicing);
    await invoicing.stripe.invoices.update(id, { auto_advance: false });
    await invoicing.advance(30 * DAY);
    expect(await declinedCharges(invoicing)).toBe(1);
  });

  it("does not charge a card that was detached meanwhile (https://docs.stripe.com/billing/revenue-recovery/smart-retries)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const { stripe, customer } = invoicing;
    const id = await failedInvoice(invoicing);
    for (const card of (await stripe.paymentMethods.list({ customer })).data) {
      await stripe.paymentMethods.detach(card.id);
    }
    await invoicing.advance(3 * DAY);
    expect(await declinedCharges(invoicing)).toBe(1);
    expect((await stripe.invoices.retrieve(id)).attempt_count).toBe(2);
  });

  it("leaves invoices of a deleted customer alone (https://docs.stripe.com/api/customers/delete)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const { id } = await draftInvoice(invoicing, 900, { auto_advance: true });
    await stripe.customers.del(customer);
    await invoicing.advance(2 * HOUR);
    expect((await stripe.invoices.retrieve(id)).status).toBe("draft");
  });
});
