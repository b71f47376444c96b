import { describe, expect, it } from "vitest";
import { intentOf, openInvoice, startInvoicing } from "./support/start-invoicing";
import { refusal } from "./support/start-local-stripe";

describe("payments of invoices", () => {
  it("charges the invoice's own card before the customer's (https://docs.stripe.com/api/invoices/object#invoice_object-default_payment_method)", async () => {
    const invoicing = await startInvoicing("pm_card_chargeCustomerFail");
    const { stripe, customer } = invoicing;
    const good = await stripe.paymentMethods.attach("pm_card_mastercard", { customer });
    const { id } = await openInvoice(invoicing, 900, { default_payment_method: good.id });
    expect((await stripe.invoices.pay(id)).status).toBe("paid");
    expect((await intentOf(stripe, id)).payment_method).toBe(good.id);
  });

  it("is paid when its intent is confirmed by a client, and is found by that intent (https://docs.stripe.com/api/invoice-payment/list)", async () => {
    const invoicing = await startInvoicing(null);
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 900);
    const intent = await intentOf(stripe, id);
    await stripe.paymentIntents.confirm(intent.id, {
      payment_method: "pm_card_visa",
      return_url: "https://shop.test",
    });
    expect((await stripe.invoices.retrieve(id)).status).toBe("paid");
    const { data } = await stripe.invoicePayments.list({
      payment: { type: "payment_intent", payment_intent: intent.id },
    });
    expect(data).toMatchObject([{ invoice: id, status: "paid", amount_paid: 900, is_default: true }]);
    const others = await stripe.invoicePayments.list({ invoice: id, payment: { type: "payment_record" } });
    expect(others.data).toEqual([]);
  });

  it("waits for the customer when the card asks for 3-D Secure, and is paid once that is passed (https://docs.stripe.com/billing/subscriptions/overview#requires-action)", async () => {
    const invoicing = await startInvoicing("pm_card_authenticationRequired");
    const { stripe, url } = invoicing;
    const { id } = await openInvoice(invoicing, 900);
    const error = await refusal(stripe.invoices.pay(id));
    expect(error).toMatchObject({ statusCode: 402, code: "invoice_payment_intent_requires_action" });
    expect((await stripe.invoices.retrieve(id)).status).toBe("open");
    expect(await invoicing.told("invoice.payment_*")).toContain("invoice.payment_action_required");
    const intent = await intentOf(stripe, id);
    expect(intent.status).toBe("requires_action");
    const body = new URLSearchParams({ result: "complete" });
    await fetch(`${url}/authenticate/${intent.id}`, { method: "POST", body, redirect: "manual" });
    expect((await stripe.invoices.retrieve(id)).status).toBe("paid");
  });

  it("belongs to its invoice: the intent can be neither canceled nor changed by itself (https://docs.stripe.com/api/payment_intents/cancel)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await openInvoice(invoicing, 900);
    const intent = await intentOf(stripe, id);
    expect((await refusal(stripe.paymentIntents.cancel(intent.id))).statusCode).toBe(400);
    expect((await refusal(stripe.paymentIntents.update(intent.id, { amount: 100 }))).statusCode).toBe(400);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ amount: 900, canceled_at: null });
  });
});
