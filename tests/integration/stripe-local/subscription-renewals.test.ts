import { describe, expect, it } from "vitest";
import { at, day, giveCard, idOf, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

describe("renewals", () => {
  it("bills the first period within the call and starts active (https://docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle)", async () => {
    const { price, subscribe, invoices, told } = await startBilling();
    const subscription = await subscribe(await price("Gold"));
    expect(subscription.status).toBe("active");
    const [item] = subscription.items.data;
    expect([day(item?.current_period_start), day(item?.current_period_end)]).toEqual([
      "2030-01-15",
      "2030-02-15",
    ]);
    const [invoice] = await invoices(subscription.id);
    expect(invoice).toMatchObject({
      id: subscription.latest_invoice,
      status: "paid",
      total: 1000,
      billing_reason: "subscription_create",
    });
    expect(invoice?.lines.data[0]?.description).toBe("1 × Gold (at $10.00 / month)");
    expect((await told("")).slice(6)).toEqual([
      "invoice.created",
      "payment_intent.created",
      "invoice.finalized",
      "charge.succeeded",
      "charge.updated",
      "payment_intent.succeeded",
      "invoice_payment.paid",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "customer.subscription.created",
    ]);
  });

  it.each([
    ["a month without the day: its last", "2030-01-31", {}, ["2030-02-28", "2030-03-31", "2030-04-30"]],
    ["a leap year", "2032-01-30", {}, ["2032-02-29", "2032-03-30", "2032-04-30"]],
    ["every three months", "2030-11-30", { interval_count: 3 }, ["2031-02-28", "2031-05-30", "2031-08-30"]],
    [
      "every two weeks",
      "2030-01-31",
      { interval: "week", interval_count: 2 },
      ["2030-02-14", "2030-02-28", "2030-03-14"],
    ],
  ] as const)(
    "keeps to the day of its anchor, for %s (https://docs.stripe.com/billing/subscriptions/billing-cycle)",
    async (...[, start, recurring, expected]) => {
      const { price, subscribe, invoices, advance } = await startBilling(start);
      const { id, billing_cycle_anchor: anchor } = await subscribe(await price("Gold", 1000, recurring));
      expect(anchor).toBe(at(start));
      await advance(at(expected[2]) + 7200);
      const renewals = (await invoices(id)).slice(1);
      expect(renewals.map(({ created }) => day(created))).toEqual(expected);
      expect(renewals.every(({ status }) => status === "paid")).toBe(true);
    },
  );

  it("renews yearly on February 29 by way of the 28th (https://docs.stripe.com/billing/subscriptions/billing-cycle)", async () => {
    const { price, subscribe, invoices, advance } = await startBilling("2032-02-29");
    const { id } = await subscribe(await price("Gold", 12000, { interval: "year" }));
    await advance("2033-03-02");
    expect((await invoices(id)).map(({ created }) => day(created))).toEqual(["2032-02-29", "2033-02-28"]);
  });

  it("drafts the renewal's invoice when the period ends, and finalizes and charges it an hour later (https://docs.stripe.com/billing/invoices/subscription#subscription-lifecycle)", async () => {
    const { stripe, price, subscribe, advance, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await advance(at("2030-02-15") + 3599);
    const { latest_invoice: invoice } = await subscription(id);
    expect(await stripe.invoices.retrieve(idOf(invoice))).toMatchObject({
      status: "draft",
      billing_reason: "subscription_cycle",
      period_start: at("2030-01-15"),
      period_end: at("2030-02-15"),
    });
    await advance(at("2030-02-15") + 3600);
    expect(await stripe.invoices.retrieve(idOf(invoice))).toMatchObject({
      status: "paid",
      amount_paid: 1000,
    });
  });

  it("tells of the period that moved, with what was there before (https://docs.stripe.com/api/events/object#event_object-data-previous_attributes)", async () => {
    const { stripe, price, subscribe, advance } = await startBilling();
    const { latest_invoice: first } = await subscribe(await price("Gold"));
    await advance(at("2030-02-15") + 1);
    const [event] = (await stripe.events.list({ type: "customer.subscription.updated" })).data;
    const previous = event?.data.previous_attributes as Record<string, unknown>;
    expect(Object.keys(previous).toSorted()).toEqual(["items", "latest_invoice"]);
    expect(previous).toMatchObject({
      latest_invoice: first,
      items: { data: [{ current_period_start: at("2030-01-15"), current_period_end: at("2030-02-15") }] },
    });
    expect(event?.created).toBe(at("2030-02-15"));
  });

  it("announces the next invoice seven days ahead (https://docs.stripe.com/billing/subscriptions/webhooks#events)", async () => {
    const { stripe, price, subscribe, advance } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await advance("2030-02-10");
    const [event, ...others] = (await stripe.events.list({ type: "invoice.upcoming" })).data;
    expect([day(event?.created), others]).toEqual(["2030-02-08", []]);
    expect(event?.data.object).toMatchObject({
      amount_due: 1000,
      status: "draft",
      parent: { subscription_details: { subscription: id } },
    });
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
  });

  it("charges the subscription's own method before that of the customer (https://docs.stripe.com/api/subscriptions/object#subscription_object-default_payment_method)", async () => {
    const { stripe, customer, price, subscribe } = await startBilling();
    const own = await stripe.paymentMethods.attach("pm_card_mastercard", { customer });
    const { id } = await subscribe(await price("Gold"), { default_payment_method: own.id });
    const { data } = await stripe.charges.list({ customer });
    expect(data.map(({ payment_method: method }) => method)).toEqual([own.id]);
    const stranger = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    const error = await refusal(stripe.subscriptions.update(id, { default_payment_method: stranger.id }));
    expect(error).toMatchObject({ code: "resource_missing", param: "default_payment_method" });
  });

  it("lets a clock go no further than two intervals of its shortest subscription (https://docs.stripe.com/api/test_clocks/advance)", async () => {
    const { stripe, clock, price, subscribe } = await startBilling();
    await subscribe(await price("Gold"));
    const error = await refusal(
      stripe.testHelpers.testClocks.advance(clock, { frozen_time: at("2030-03-15") + 1 }),
    );
    expect(error).toMatchObject({ statusCode: 400, param: "frozen_time" });
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: at("2030-03-15") });
  });
});

describe("renewals that are not paid", () => {
  const failing = "pm_card_chargeCustomerFail";

  it("is past due as long as the latest invoice is not paid, and active again when it is (https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses)", async () => {
    const { stripe, customer, price, subscribe, advance, subscription, told } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, failing);
    await advance(at("2030-02-15") + 3600);
    const late = await subscription(id);
    expect(late.status).toBe("past_due");
    await giveCard(stripe, customer, "pm_card_visa");
    await stripe.invoices.pay(idOf(late.latest_invoice));
    expect((await subscription(id)).status).toBe("active");
    expect(await told()).toEqual([
      "customer.subscription.created",
      "customer.subscription.updated",
      "customer.subscription.updated",
      "customer.subscription.updated",
    ]);
  });

  it("recovers by itself when a retry succeeds (https://docs.stripe.com/billing/revenue-recovery/smart-retries)", async () => {
    const { stripe, customer, price, subscribe, advance, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, failing);
    await advance("2030-02-16");
    expect((await subscription(id)).status).toBe("past_due");
    await giveCard(stripe, customer, "pm_card_visa");
    await advance("2030-02-20");
    expect((await subscription(id)).status).toBe("active");
  });

  it("ends when the last retry fails, and leaves the invoice open and alone (https://docs.stripe.com/billing/revenue-recovery/smart-retries#subscription-status)", async () => {
    const { stripe, customer, price, subscribe, advance, subscription, told } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, failing);
    await advance("2030-03-10");
    const ended = await subscription(id);
    expect(ended).toMatchObject({
      status: "canceled",
      cancellation_details: { reason: "payment_failed" },
    });
    expect(await stripe.invoices.retrieve(idOf(ended.latest_invoice))).toMatchObject({
      status: "open",
      auto_advance: false,
      attempt_count: 4,
      next_payment_attempt: null,
    });
    expect((await told()).at(-1)).toBe("customer.subscription.deleted");
  });

  it.each(["unpaid", "past_due"] as const)(
    "becomes or stays %s instead, when the account says so (https://docs.stripe.com/billing/revenue-recovery/smart-retries#subscription-status)",
    async (afterRetries) => {
      const { stripe, customer, price, subscribe, advance, subscription } = await startBilling("2030-01-15", {
        afterRetries,
      });
      const { id } = await subscribe(await price("Gold"));
      await giveCard(stripe, customer, failing);
      await advance("2030-03-10");
      expect((await subscription(id)).status).toBe(afterRetries);
    },
  );

  it("leaves later invoices of an unpaid subscription as drafts, and is active again when the latest is paid (https://docs.stripe.com/billing/subscriptions/overview#unpaid)", async () => {
    const { stripe, customer, control, price, subscribe, advance, subscription } = await startBilling();
    expect(await control("POST", "settings", { after_retries: "unpaid" })).toEqual({
      after_retries: "unpaid",
    });
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, failing);
    await advance("2030-03-20");
    const unpaid = await subscription(id);
    expect(unpaid.status).toBe("unpaid");
    const draft = await stripe.invoices.retrieve(idOf(unpaid.latest_invoice));
    expect(draft).toMatchObject({ status: "draft", auto_advance: false, created: at("2030-03-15") });
    await giveCard(stripe, customer, "pm_card_visa");
    await stripe.invoices.pay(draft.id);
    expect((await subscription(id)).status).toBe("active");
  });

  it("waits for the customer when a renewal needs authentication (https://docs.stripe.com/billing/subscriptions/overview#requires-action)", async () => {
    const { stripe, customer, price, subscribe, advance, subscription, told } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, "pm_card_authenticationRequired");
    await advance(at("2030-02-15") + 3600);
    expect((await subscription(id)).status).toBe("past_due");
    expect(await told("invoice.payment_action_required")).toHaveLength(1);
  });

  it("is active again when the invoice that was not paid is voided [from knowledge]", async () => {
    const { stripe, customer, price, subscribe, advance, subscription } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await giveCard(stripe, customer, failing);
    await advance("2030-02-16");
    await stripe.invoices.voidInvoice(idOf((await subscription(id)).latest_invoice));
    expect((await subscription(id)).status).toBe("active");
  });
});

describe("invoices that are sent", () => {
  it("starts active and sends the invoice an hour later, due as agreed (https://docs.stripe.com/billing/collection-method)", async () => {
    const { stripe, price, subscribe, advance } = await startBilling();
    const gold = await price("Gold");
    const subscription = await subscribe(gold, { collection_method: "send_invoice", days_until_due: 10 });
    expect(subscription.status).toBe("active");
    const id = idOf(subscription.latest_invoice);
    expect((await stripe.invoices.retrieve(id)).status).toBe("draft");
    await advance(at("2030-01-15") + 3600);
    const sent = await stripe.invoices.retrieve(id);
    expect([sent.status, day(sent.due_date)]).toEqual(["open", "2030-01-25"]);
    const error = await refusal(subscribe(gold, { collection_method: "send_invoice" }));
    expect(error.param).toBe("days_until_due");
  });
});
