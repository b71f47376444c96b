import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { answeringStripe, pageOf } from "@/tests/fakes/answering-stripe";
import { checkoutMethods } from "./checkouts";
import { eventMethods } from "./events";
import { invoiceMethods, toInvoice } from "./invoices";
import { savedMethods } from "./payment-methods";
import { toAttempt, toPayment } from "./payments";
import { setupMethods } from "./setups";
import { createStripeClient } from "./stripe-client";
import { creditsOf } from "./stripe-fields";

const created = 1_767_225_600;
const date = new Date(created * 1_000);

describe("an invoice", () => {
  const preview = {
    ...{ object: "invoice", customer: "cus_1", billing_reason: null, currency: "usd", total: 0, created },
    ...{ amount_paid: 0, amount_remaining: 0, attempt_count: 0, status_transitions: {} },
  };
  const line = {
    ...{ id: "il_1", description: null, amount: -500, quantity: null },
    period: { start: created, end: created },
  };
  const read = (values: object, ...lines: object[]) =>
    toInvoice({ ...preview, ...values } as unknown as Stripe.Invoice, lines);

  test("that is only a preview is a draft without a name, of nobody's subscription", () => {
    expect(read({})).toMatchObject({
      ...{ stripeInvoiceId: "", status: "draft", reason: "manual", number: null, hostedUrl: null },
      ...{ stripeSubscriptionId: null, nextAttemptAt: null, issuedAt: date, paidAt: null },
      ...{ paymentIntentIds: [], lines: [] },
    });
  });

  test("is issued when it was finalised, and names the payments that are payment intents", () => {
    const payments = [
      { payment_intent: "pi_1" },
      { type: "payment_record" },
      { payment_intent: { id: "pi_2" } },
    ];
    const invoice = read({
      status_transitions: { finalized_at: created + 60, paid_at: created + 120 },
      payments: { data: payments.map((payment) => ({ payment })) },
    });
    expect(invoice).toMatchObject({
      ...{ issuedAt: new Date((created + 60) * 1_000), paidAt: new Date((created + 120) * 1_000) },
      paymentIntentIds: ["pi_1", "pi_2"],
    });
  });

  test("can have lines of no price, and parts that somebody billed by hand", () => {
    const byHand = {
      ...line,
      parent: {
        invoice_item_details: {
          ...{ subscription: "sub_1", proration: true },
          proration_details: { credited_items: { invoice: "in_0", invoice_line_items: ["il_0"] } },
        },
      },
    };
    const bare = { lineId: "il_1", description: "", amountMinor: -500n, quantity: 1, stripePriceId: null };
    expect(read({}, line, byHand).lines).toMatchObject([
      { ...bare, unitAmountMinor: null, stripeItemId: null, proration: false, credited: null },
      { ...bare, proration: true, credited: { stripeInvoiceId: "in_0", lineIds: ["il_0"] } },
    ]);
  });

  test("of a payment is found, whether Stripe names or shows it", async () => {
    const find = (...data: object[]) =>
      invoiceMethods(
        answeringStripe({ "GET /v1/invoice_payments": pageOf(...data) }).stripe,
      ).findInvoiceOfPayment("pi_1");
    expect(await find({ invoice: "in_1" })).toBe("in_1");
    expect(await find({ invoice: { id: "in_1" } })).toBe("in_1");
    expect(await find()).toBeNull();
  });
});

describe("a payment", () => {
  const intent = {
    ...{ id: "pi_1", status: "requires_payment_method", amount: 500, amount_received: 0, currency: "usd" },
    ...{ customer: null, created, metadata: {} },
  };
  const read = (values: object) => toPayment({ ...intent, ...values } as unknown as Stripe.PaymentIntent, []);

  test("that failed says why, as far as the bank told", () => {
    expect(read({ last_payment_error: {} })).toMatchObject({
      status: "failed",
      failure: { code: null, declineCode: null, message: null },
    });
    const error = { code: "card_declined", decline_code: "lost_card", message: "No." };
    expect(read({ last_payment_error: error }).failure).toEqual({
      ...{ code: "card_declined", declineCode: "lost_card", message: "No." },
    });
    expect(read({})).toMatchObject({ status: "incomplete", failure: null });
  });

  test("by something else than a card shows no card", () => {
    const charge = { id: "ch_1", status: "succeeded", amount: 500, currency: "usd", created };
    const by = (details: object) =>
      toAttempt({ ...charge, payment_method_details: details } as unknown as Stripe.Charge).card;
    expect(by({ card: { brand: "visa", last4: "4242" } })).toEqual({ brand: "visa", last4: "4242" });
    expect(by({ card: { brand: null, last4: "4242" } })).toBeNull();
    expect(by({ card: { brand: "visa", last4: null } })).toBeNull();
    expect(by({ us_bank_account: { last4: "6789" } })).toBeNull();
  });
});

test("a checkout that is not ours has neither our row nor credits, and may have no items", async () => {
  const session = {
    ...{ id: "cs_1", status: "open", payment_status: "unpaid", url: null, metadata: { checkout_id: "7" } },
    ...{ customer: null, amount_total: null, currency: null },
  };
  const read = (values: object) =>
    checkoutMethods(
      answeringStripe({ "GET /v1/checkout/sessions/cs_1": { ...session, ...values } }).stripe,
    ).getCheckout("cs_1");
  expect(await read({})).toMatchObject({
    ...{ checkoutId: null, creditsMilli: null, items: [], discountMinor: 0n, paymentIntentId: null },
  });
  const items = { data: [{ price: { id: "price_1" }, quantity: null }] };
  expect((await read({ line_items: items })).items).toEqual([{ stripePriceId: "price_1", quantity: 0 }]);
});

test("credits in metadata are digits, or none", () => {
  expect(creditsOf({ credits_milli: "1000" })).toBe(1_000n);
  for (const credits_milli of ["", "-1", "1e3", "1.5", "9".repeat(19)])
    expect(creditsOf({ credits_milli })).toBeNull();
  expect(creditsOf({})).toBeNull();
  expect(creditsOf(null)).toBeNull();
});

test("a saved account that is no card shows its end where it has one, and no expiry", async () => {
  const methods = [
    { id: "pm_1", type: "us_bank_account", created, us_bank_account: { last4: "6789" } },
    { id: "pm_2", type: "link", created, link: { email: "mia@example.com" } },
  ];
  const { stripe } = answeringStripe({
    "GET /v1/customers/cus_1": { id: "cus_1", invoice_settings: { default_payment_method: "pm_2" } },
    "GET /v1/customers/cus_1/payment_methods": pageOf(...methods),
  });
  const owner = { stripeCustomerId: "cus_1", stripeSubscriptionId: null };
  const rest = { brand: null, expiry: null, wallet: null, createdAt: date };
  expect(await savedMethods(stripe).listPaymentMethods(owner)).toEqual({
    defaultId: "pm_2",
    methods: [
      { paymentMethodId: "pm_1", type: "us_bank_account", last4: "6789", ...rest },
      { paymentMethodId: "pm_2", type: "link", last4: null, ...rest },
    ],
  });
});

test("a page to save a card on which nothing was entered has saved none", async () => {
  const answer = { id: "cs_1", customer: "cus_1", setup_intent: null };
  const { stripe } = answeringStripe({ "GET /v1/checkout/sessions/cs_1": answer });
  expect(await setupMethods(stripe).getSetupPage("cs_1")).toEqual({
    stripeCustomerId: "cus_1",
    paymentMethodId: null,
  });
});

test("an event may be of no API version, and its object of no id", async () => {
  const event = { id: "evt_1", type: "balance.available", created, data: { object: { object: "balance" } } };
  const { stripe } = answeringStripe({ "GET /v1/events": pageOf(event) });
  const list = eventMethods(stripe, ["whsec_x"]).listEvents({ since: date, types: ["balance.available"] });
  const found = [];
  for await (const one of list) found.push(one);
  expect(found).toMatchObject([{ id: "evt_1", apiVersion: null, objectId: null, stripeCustomerId: null }]);
});

test.each([
  [undefined, ["api.stripe.com", "443", "https"]],
  ["http://127.0.0.1:4530", ["127.0.0.1", "4530", "http"]],
  ["http://stripe.test", ["stripe.test", "80", "http"]],
  ["https://stripe.test", ["stripe.test", "443", "https"]],
  ["https://stripe.test:8443/", ["stripe.test", "8443", "https"]],
])("with the address %s the client asks %o", (apiBase, expected) => {
  const stripe = createStripeClient({ secretKey: "sk_test_x", webhookSecrets: [], apiBase });
  const address = [stripe.getApiField("host"), stripe.getApiField("port"), stripe.getApiField("protocol")];
  expect(address.map(String)).toEqual(expected);
});
