import { describe, expect, it } from "vitest";
import { at, day, giveCard, idOf, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

const rule = "https://docs.stripe.com/billing/subscriptions/cancel";

describe("cancelling", () => {
  it(`ends at once, gives nothing back, and bills no more (${rule})`, async () => {
    const { stripe, price, subscribe, advance, invoices, told } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await advance("2030-01-20");
    const ended = await stripe.subscriptions.cancel(id, {
      cancellation_details: { comment: "bye", feedback: "too_expensive" },
    });
    expect(ended).toMatchObject({
      status: "canceled",
      canceled_at: at("2030-01-20"),
      ended_at: at("2030-01-20"),
      cancellation_details: { reason: "cancellation_requested", comment: "bye", feedback: "too_expensive" },
    });
    await advance("2030-03-20");
    expect(await invoices(id)).toHaveLength(1);
    expect(await told()).toEqual(["customer.subscription.created", "customer.subscription.deleted"]);
  });

  it(`credits unused time with prorate, and settles it with invoice_now (https://docs.stripe.com/api/subscriptions/cancel)`, async () => {
    const { stripe, customer, price, subscribe, advance, invoices } = await startBilling("2030-01-01");
    const { id } = await subscribe(await price("Gold", 3100));
    await advance("2030-01-16");
    await stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true });
    expect((await invoices(id)).map(({ total, status }) => [total, status])).toEqual([
      [3100, "paid"],
      [-1600, "paid"],
    ]);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -1600 });
  });

  it(`drops prorations that wait, unless told to bill them (https://docs.stripe.com/api/subscriptions/cancel)`, async () => {
    const { stripe, customer, price, subscribe, advance } = await startBilling("2030-01-01");
    const { id, items } = await subscribe(await price("Gold", 3100));
    await advance("2030-01-16");
    await stripe.subscriptions.update(id, { items: [{ id: String(items.data[0]?.id), quantity: 2 }] });
    await stripe.subscriptions.cancel(id);
    expect((await stripe.invoiceItems.list({ customer })).data).toEqual([]);
  });

  it(`stops collecting what is open (https://docs.stripe.com/api/subscriptions/cancel)`, async () => {
    const { stripe, customer, price, subscribe, advance, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
    await advance("2030-02-16");
    await stripe.subscriptions.cancel(id);
    await giveCard(stripe, customer, "pm_card_visa");
    await advance("2030-03-10");
    const { latest_invoice: invoice } = await subscription(id);
    expect(await stripe.invoices.retrieve(idOf(invoice))).toMatchObject({
      status: "open",
      auto_advance: false,
      attempt_count: 1,
    });
  });

  it(`ends with the period, and not before, with cancel_at_period_end (${rule})`, async () => {
    const { stripe, price, subscribe, advance, subscription, invoices, told } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await advance("2030-01-20");
    const ending = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({
      status: "active",
      cancel_at: at("2030-02-15"),
      cancel_at_period_end: true,
      canceled_at: at("2030-01-20"),
      cancellation_details: { reason: "cancellation_requested" },
    });
    await advance(at("2030-02-15") - 1);
    expect((await subscription(id)).status).toBe("active");
    await advance(at("2030-02-15"));
    expect(await subscription(id)).toMatchObject({
      status: "canceled",
      canceled_at: at("2030-01-20"),
      ended_at: at("2030-02-15"),
    });
    expect(await invoices(id)).toHaveLength(1);
    expect(await told("invoice.upcoming")).toEqual([]);
  });

  it(`goes on when that is taken back in time (${rule})`, async () => {
    const { stripe, price, subscribe, advance, subscription, invoices } = await startBilling();
    const { id } = await subscribe(await price("Gold"), { cancel_at_period_end: true });
    const kept = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
    expect(kept).toMatchObject({
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: { reason: null },
    });
    await advance("2030-02-16");
    expect((await subscription(id)).status).toBe("active");
    expect(await invoices(id)).toHaveLength(2);
  });

  it("resolves min_period_end to a date at once (https://docs.stripe.com/changelog/basil/2025-05-28/cancel-at-enums)", async () => {
    const { stripe, price, subscribe } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    const ending = await stripe.subscriptions.update(id, { cancel_at: "min_period_end" });
    expect(ending).toMatchObject({ cancel_at: at("2030-02-15"), cancel_at_period_end: false });
    const moved = await stripe.subscriptions.update(id, { proration_behavior: "none", metadata: { a: "b" } });
    expect(moved).toMatchObject({ cancel_at: at("2030-02-15"), cancel_at_period_end: false });
  });

  it(`bills what waits when the last period ends (https://docs.stripe.com/api/subscriptions/cancel)`, async () => {
    const { stripe, price, subscribe, advance, invoices } = await startBilling("2030-01-01");
    const { id, items } = await subscribe(await price("Gold", 3100));
    await advance("2030-01-16");
    await stripe.subscriptions.update(id, {
      items: [{ id: String(items.data[0]?.id), quantity: 2 }],
      cancel_at_period_end: true,
    });
    await advance(at("2030-02-01") + 7200);
    expect((await invoices(id)).map(({ total, status }) => [total, status])).toEqual([
      [3100, "paid"],
      [1600, "paid"],
    ]);
  });

  it(`ends at a given time: a credit for this period, a shorter bill for a later one (https://docs.stripe.com/api/subscriptions/update#update_subscription-cancel_at)`, async () => {
    const { stripe, customer, price, subscribe, advance, invoices, subscription } =
      await startBilling("2030-01-01");
    const gold = await price("Gold", 3100);
    const { id } = await subscribe(gold);
    const shorter = await stripe.subscriptions.update(id, { cancel_at: at("2030-01-16") });
    expect(day(shorter.items.data[0]?.current_period_end)).toBe("2030-01-16");
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    expect(data.map(({ amount }) => amount)).toEqual([-1600]);
    const later = await subscribe(gold, { cancel_at: at("2030-02-15") });
    await advance("2030-02-16");
    expect((await subscription(id)).ended_at).toBe(at("2030-01-16"));
    expect((await invoices(later.id)).map(({ total }) => total)).toEqual([3100, 1550]);
    expect((await subscription(later.id)).ended_at).toBe(at("2030-02-15"));
  });

  it(`takes metadata and a reason afterwards, and nothing else (https://docs.stripe.com/api/subscriptions/cancel)`, async () => {
    const { stripe, price, subscribe, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await stripe.subscriptions.cancel(id);
    await stripe.subscriptions.update(id, { metadata: { why: "moved" } });
    const error = await refusal(stripe.subscriptions.update(id, { cancel_at_period_end: true }));
    expect(error).toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError" });
    expect(error.message).toContain("canceled subscription can only update");
    expect(await subscription(id)).toMatchObject({ status: "canceled", metadata: { why: "moved" } });
    expect(await refusal(stripe.subscriptions.cancel(id))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
  });

  it(`expires one whose first payment is still open, and voids that [from knowledge]`, async () => {
    const { stripe, price, subscribe, invoices } = await startBilling("2030-01-15", {
      card: "pm_card_chargeCustomerFail",
    });
    const { id } = await subscribe(await price("Gold"));
    expect((await stripe.subscriptions.cancel(id)).status).toBe("incomplete_expired");
    expect((await invoices(id)).map(({ status }) => status)).toEqual(["void"]);
  });

  it(`ends with its customer (https://docs.stripe.com/api/customers/delete)`, async () => {
    const { stripe, customer, price, subscribe, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await stripe.customers.del(customer);
    expect((await subscription(id)).status).toBe("canceled");
  });
});

describe("pausing collection", () => {
  const pausing = "https://docs.stripe.com/billing/subscriptions/pause-payment";

  it.each([
    ["void", "void"],
    ["mark_uncollectible", "uncollectible"],
    ["keep_as_draft", "draft"],
  ] as const)(
    `makes of new invoices with %s: %s, and the subscription stays active (${pausing})`,
    async (behavior, status) => {
      const { stripe, customer, price, subscribe, advance, subscription, invoices, told } =
        await startBilling();
      const { id } = await subscribe(await price("Gold"));
      await stripe.subscriptions.update(id, { pause_collection: { behavior } });
      await advance("2030-02-20");
      expect((await invoices(id)).map((invoice) => invoice.status)).toEqual(["paid", status]);
      expect((await subscription(id)).status).toBe("active");
      expect((await stripe.charges.list({ customer })).data).toHaveLength(1);
      expect(await told("invoice.upcoming")).toEqual([]);
    },
  );

  it(`collects again from the given date on (${pausing}#set-a-resumption-date)`, async () => {
    const { stripe, price, subscribe, advance, subscription, invoices } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await stripe.subscriptions.update(id, {
      pause_collection: { behavior: "void", resumes_at: at("2030-03-01") },
    });
    await advance("2030-03-16");
    expect((await subscription(id)).pause_collection).toBeNull();
    expect((await invoices(id)).map(({ status }) => status)).toEqual(["paid", "void", "paid"]);
  });

  it(`collects again when it is taken back (${pausing})`, async () => {
    const { stripe, price, subscribe, advance, invoices } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await stripe.subscriptions.update(id, { pause_collection: { behavior: "void" } });
    await stripe.subscriptions.update(id, { pause_collection: "" });
    await advance("2030-02-16");
    expect((await invoices(id)).map(({ status }) => status)).toEqual(["paid", "paid"]);
  });
});
