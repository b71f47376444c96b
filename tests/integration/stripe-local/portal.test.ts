import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { openPortal, RETURN_URL } from "./support/open-portal";
import { at, day } from "./support/start-billing";

const CARD = { number: "5555555555554444", expiry: "12 / 40", cvc: "123", name: "Mia Wong" };

describe("cancelling in the portal (https://docs.stripe.com/customer-management/configure-portal)", () => {
  it("cancels at the end of the period, with the reason, as a date, and takes it back (https://docs.stripe.com/billing/subscriptions/billing-mode/compare)", async () => {
    const { open, show, send, subscribe, subscription, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const base = await open();
    expect((await show(base)).html).toMatch(
      /Basic[\s\S]*\$10\.00 per month[\s\S]*Renews on February 15, 2030/,
    );
    expect((await show(`${base}/subscriptions/${id}/cancel`)).html).toContain("February 15, 2030");
    const sent = await send(`${base}/subscriptions/${id}/cancel`, { feedback: "too_expensive" });
    expect(sent.location).toBe(`${base}?done=canceled`);
    expect(await subscription(id)).toMatchObject({
      status: "active",
      cancel_at: at("2030-02-15"),
      cancel_at_period_end: false,
      cancellation_details: { feedback: "too_expensive", reason: "cancellation_requested" },
    });
    const home = (await show(`${base}?done=canceled`)).html;
    expect(home).toMatch(/Cancels on February 15, 2030/);
    expect(home).toMatch(/Don(&#x27;|')t cancel subscription/);
    await send(`${base}/subscriptions/${id}/keep`);
    expect(await subscription(id)).toMatchObject({ cancel_at_period_end: false, cancel_at: null });
  });

  it("marks a classic subscription instead of giving it a date (https://docs.stripe.com/billing/subscriptions/billing-mode/compare)", async () => {
    const { open, send, subscribe, subscription, plans } = await openPortal();
    const { id } = await subscribe(plans.basic, { billing_mode: { type: "classic" } });
    const base = await open();
    await send(`${base}/subscriptions/${id}/cancel`);
    expect(await subscription(id)).toMatchObject({ cancel_at_period_end: true });
    await send(`${base}/subscriptions/${id}/keep`);
    expect(await subscription(id)).toMatchObject({ cancel_at_period_end: false, cancel_at: null });
  });

  it("plans an end that the API's cancel_at_period_end does not take back, a date does [from knowledge]", async () => {
    const { stripe, open, send, subscribe, subscription, advance, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const other = await subscribe(plans.pro);
    const base = await open();
    await send(`${base}/subscriptions/${id}/cancel`);
    await send(`${base}/subscriptions/${other.id}/cancel`);
    const same = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
    expect(same).toMatchObject({ cancel_at: at("2030-02-15"), cancel_at_period_end: false });
    const kept = await stripe.subscriptions.update(id, { cancel_at: "" });
    expect(kept).toMatchObject({ cancel_at: null, canceled_at: null });
    await advance("2030-02-20");
    expect(await subscription(id)).toMatchObject({ status: "active" });
    expect(await subscription(other.id)).toMatchObject({ status: "canceled", ended_at: at("2030-02-15") });
  });

  it("ends at once where the configuration says so", async () => {
    const { open, send, subscribe, subscription, plans } = await openPortal({
      subscription_cancel: { enabled: true, mode: "immediately" },
    });
    const { id } = await subscribe(plans.basic);
    await send(`${await open()}/subscriptions/${id}/cancel`);
    expect((await subscription(id)).status).toBe("canceled");
  });

  it("offers what is off to nobody, not even by address", async () => {
    const { open, show, send, subscribe, subscription, plans } = await openPortal({
      subscription_cancel: { enabled: false },
      payment_method_update: { enabled: false },
    });
    const { id } = await subscribe(plans.basic);
    const base = await open();
    expect((await show(base)).html).not.toMatch(/Cancel subscription|Add payment method/);
    expect((await send(`${base}/subscriptions/${id}/cancel`)).status).toBe(400);
    expect((await send(`${base}/cards/new`, CARD)).status).toBe(400);
    expect((await subscription(id)).cancel_at_period_end).toBe(false);
  });

  it("keeps one customer out of another's subscriptions", async () => {
    const { stripe, configuration, send, subscribe, subscription, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const other = await stripe.customers.create({});
    const session = await stripe.billingPortal.sessions.create({ customer: other.id, configuration });
    const { pathname } = new URL(session.url);
    expect((await send(`${pathname}/subscriptions/${id}/cancel`)).status).toBe(404);
    expect((await subscription(id)).cancel_at_period_end).toBe(false);
  });
});

describe("changing plans in the portal (https://docs.stripe.com/customer-management/configure-portal)", () => {
  it("charges exactly what it showed", async () => {
    const { open, show, send, subscribe, subscription, invoices, plans, advance } = await openPortal();
    const { id } = await subscribe(plans.basic);
    await advance("2030-01-25");
    const base = await open();
    const offer = (await show(`${base}/subscriptions/${id}/update`)).html;
    expect(offer).toMatch(/Basic[\s\S]*Current plan[\s\S]*Pro/);
    const preview = (await show(`${base}/subscriptions/${id}/confirm?price=${plans.pro}`)).html;
    const shown = /Amount due today<\/strong><strong>\$([\d.]+)/.exec(preview)?.[1];
    expect(Number(shown)).toBeGreaterThan(0);
    const sent = await send(`${base}/subscriptions/${id}/confirm`, { price: plans.pro });
    expect(sent.location).toBe(`${base}?done=plan`);
    expect((await subscription(id)).items.data[0]!.price.id).toBe(plans.pro);
    const last = (await invoices(id)).at(-1)!;
    expect(last).toMatchObject({ status: "paid", billing_reason: "subscription_update" });
    expect((last.amount_paid / 100).toFixed(2)).toBe(shown);
  });

  it("lets a downgrade wait for the end of the period where the configuration says so", async () => {
    const { stripe, configuration, open, show, send, subscribe, subscription, plans, advance } =
      await openPortal();
    await stripe.billingPortal.configurations.update(configuration, {
      features: {
        subscription_update: {
          schedule_at_period_end: { conditions: [{ type: "decreasing_item_amount" }] },
        },
      },
    });
    const { id } = await subscribe(plans.pro);
    const base = await open();
    const preview = await show(`${base}/subscriptions/${id}/confirm?price=${plans.basic}`);
    expect(preview.html).toContain("from February 15, 2030");
    await send(`${base}/subscriptions/${id}/confirm`, { price: plans.basic });
    expect((await subscription(id)).items.data[0]!.price.id).toBe(plans.pro);
    await advance("2030-02-16");
    const renewed = await subscription(id);
    expect(renewed.items.data[0]!.price.id).toBe(plans.basic);
    expect(day(renewed.items.data[0]!.current_period_end)).toBe("2030-03-15");
  });

  it("leads to the invoice when the card is refused (https://docs.stripe.com/customer-management/portal-deep-links)", async () => {
    const { stripe, customer, open, send, subscribe, invoices, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: failing.id } });
    const sent = await send(`${await open()}/subscriptions/${id}/confirm`, { price: plans.pro });
    const last = (await invoices(id)).at(-1)!;
    expect(last.status).toBe("open");
    expect(sent.location).toBe(last.hosted_invoice_url);
  });

  it("refuses a plan that is not offered", async () => {
    const { open, send, subscribe, subscription, plans, price } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const hidden = await price("Hidden", 1);
    const answer = await send(`${await open()}/subscriptions/${id}/confirm`, { price: hidden });
    expect(answer.status).toBe(400);
    expect((await subscription(id)).items.data[0]!.price.id).toBe(plans.basic);
  });
});

describe("cards in the portal (https://docs.stripe.com/customer-management)", () => {
  it("adds one as the default, which pays from then on, and removes another", async () => {
    const { stripe, customer, open, show, send, subscribe, plans, advance, invoices } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const base = await open();
    await send(`${base}/cards/new`, { ...CARD, default: "1" });
    const cards = (await stripe.customers.listPaymentMethods(customer)).data;
    expect(cards.map(({ card }) => card!.last4)).toEqual(["4444", "4242"]);
    const { invoice_settings: settings } = (await stripe.customers.retrieve(customer)) as Stripe.Customer;
    expect(settings.default_payment_method).toBe(cards[0]!.id);
    await advance("2030-02-16");
    const renewal = (await invoices(id)).at(-1)!;
    const { data } = await stripe.charges.list({ customer, limit: 1 });
    expect(renewal.status).toBe("paid");
    expect(data[0]!.payment_method).toBe(cards[0]!.id);
    expect((await send(`${base}/cards/${cards[0]!.id}/remove`)).status).toBe(400);
    await send(`${base}/cards/${cards[1]!.id}/remove`);
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
    expect((await show(base)).html).toMatch(/Mastercard •••• 4444[\s\S]*Default/);
  });

  it("says why a card is refused, and keeps nothing of it", async () => {
    const { stripe, customer, open, send } = await openPortal();
    const base = await open();
    const refused = await send(`${base}/cards/new`, { ...CARD, number: "4000000000000002" });
    expect(refused).toMatchObject({ status: 200, alert: "Your card was declined." });
    expect((await send(`${base}/cards/new`, { ...CARD, number: "4242" })).html).toContain("is incomplete");
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  });

  it("comes back from 3-D Secure with the card, or without it", async () => {
    const { stripe, customer, open, show, send, url } = await openPortal();
    const base = await open();
    const card = { ...CARD, number: "4000002500003155", default: "1" };
    const failed = await send((await send(`${base}/cards/new`, card)).location!, { result: "fail" });
    const back = new URL((await show(failed.location!.slice(url.length))).location!, url);
    expect((await show(`${back.pathname}${back.search}`)).alert).toContain("unable to authenticate");
    const passed = await send((await send(`${base}/cards/new`, card)).location!, { result: "complete" });
    expect((await show(passed.location!.slice(url.length))).location).toBe(`${base}?done=card`);
    const [added] = (await stripe.customers.listPaymentMethods(customer)).data;
    const { invoice_settings: settings } = (await stripe.customers.retrieve(customer)) as Stripe.Customer;
    expect(added!.card!.last4).toBe("3155");
    expect(settings.default_payment_method).toBe(added!.id);
  });
});

describe("the rest of the portal", () => {
  it("shows invoices with their pages, and saves billing details", async () => {
    const { stripe, customer, open, show, send, subscribe, invoices, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const base = await open();
    const [invoice] = await invoices(id);
    expect((await show(base)).html).toContain(`href="${invoice!.hosted_invoice_url}"`);
    expect((await send(`${base}/billing`, { name: "Mia", email: "no address" })).html).toContain(
      "Enter your email address.",
    );
    await send(`${base}/billing`, { name: "Mia Wong", email: "mia@new.example", phone: "1" });
    const saved = (await stripe.customers.retrieve(customer)) as Stripe.Customer;
    expect(saved).toMatchObject({ name: "Mia Wong", email: "mia@new.example", phone: null });
  });

  it("begins a flow where it is about, and ends it where the integration said (https://docs.stripe.com/customer-management/portal-deep-links)", async () => {
    const { open, show, send, subscribe, subscription, plans } = await openPortal();
    const { id } = await subscribe(plans.basic);
    const base = await open({
      type: "subscription_cancel",
      subscription_cancel: { subscription: id },
      after_completion: { type: "redirect", redirect: { return_url: `${RETURN_URL}?canceled` } },
    });
    const start = (await show(base)).location!;
    expect(start).toBe(`${base}/subscriptions/${id}/cancel`);
    expect((await send(start)).location).toBe(`${RETURN_URL}?canceled`);
    expect((await subscription(id)).cancel_at).not.toBeNull();
  });

  it("makes the card of a session that is for a new one the default (https://docs.stripe.com/customer-management/portal-deep-links)", async () => {
    const { stripe, customer, open, show, send } = await openPortal();
    const base = await open({ type: "payment_method_update" });
    const start = (await show(base)).location!;
    expect((await show(start)).html).not.toContain("Use as default");
    expect((await send(start, CARD)).location).toBe(`${base}?done=card`);
    const { invoice_settings: settings } = (await stripe.customers.retrieve(customer)) as Stripe.Customer;
    const [added] = (await stripe.customers.listPaymentMethods(customer)).data;
    expect(settings.default_payment_method).toBe(added!.id);
    expect((await show(base)).html).toContain("Mastercard •••• 4444");
  });

  it("confirms one change to a plan that the integration chose (https://docs.stripe.com/customer-management/portal-deep-links)", async () => {
    const { open, show, send, subscribe, subscription, plans } = await openPortal();
    const { id, items } = await subscribe(plans.basic);
    const base = await open({
      type: "subscription_update_confirm",
      subscription_update_confirm: { subscription: id, items: [{ id: items.data[0]!.id, price: plans.pro }] },
      after_completion: {
        type: "hosted_confirmation",
        hosted_confirmation: { custom_message: "Enjoy Pro!" },
      },
    });
    const start = (await show(base)).location!;
    expect((await show(start)).html).toContain("Pro, $30.00 per month");
    const { pathname, search } = new URL(start, "http://x");
    const price = new URLSearchParams(search).get("price")!;
    expect((await send(pathname, { price })).html).toContain("Enjoy Pro!");
    expect((await subscription(id)).items.data[0]!.price.id).toBe(plans.pro);
  });

  it("knows no other session", async () => {
    const { show } = await openPortal();
    expect((await show("/p/session/bps_none")).status).toBe(404);
  });
});
