import { describe, expect, it } from "vitest";
import { at, day, giveCard, idOf, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";
import { lineTexts, startSubscribed } from "./support/start-subscribed";

const prorations = "https://docs.stripe.com/billing/subscriptions/prorations";

describe("changing what is sold", () => {
  it(`credits the unused and charges the remaining time, to the second, with the next invoice (${prorations})`, async () => {
    const { price, change, pending, invoices, id, advance } = await startSubscribed();
    await change({ to: await price("Platinum", 6200) });
    expect(await pending()).toEqual([
      ["Unused time on Gold after 16 Jan 2030", -1600],
      ["Remaining time on Platinum after 16 Jan 2030", 3200],
    ]);
    await advance(at("2030-02-01") + 7200);
    const [first, renewal] = await invoices(id);
    expect([first?.total, renewal?.total]).toEqual([3100, -1600 + 3200 + 6200]);
    expect(await pending()).toEqual([]);
  });

  it(`rounds each line by itself, half up (${prorations})`, async () => {
    const { price, change, pending, advance } = await startSubscribed();
    await advance(at("2030-01-16") + 12_345);
    await change({ to: await price("Odd", 999) });
    const share = (31 * 86_400 - (15 * 86_400 + 12_345)) / (31 * 86_400);
    expect((await pending()).map(([, amount]) => amount)).toEqual([
      -Math.round(3100 * share),
      Math.round(999 * share),
    ]);
  });

  it(`invoices and charges the difference at once with always_invoice (https://docs.stripe.com/billing/subscriptions/upgrade-downgrade)`, async () => {
    const { price, change, pending, invoices, id } = await startSubscribed();
    const changed = await change({ to: await price("Platinum", 6200), proration_behavior: "always_invoice" });
    const [, upgrade] = await invoices(id);
    expect(upgrade).toMatchObject({
      id: changed.latest_invoice,
      billing_reason: "subscription_update",
      status: "paid",
      amount_paid: 1600,
    });
    expect(day(changed.items.data[0]?.current_period_end)).toBe("2030-02-01");
    expect(await pending()).toEqual([]);
  });

  it(`names the line that a credit gives back (${prorations}#credit-prorations)`, async () => {
    const { price, change, invoices, id } = await startSubscribed();
    await change({ to: await price("Platinum", 6200), proration_behavior: "always_invoice" });
    const [first, upgrade] = await invoices(id);
    const [credit] = upgrade?.lines.data ?? [];
    expect(credit?.parent?.subscription_item_details?.proration_details?.credited_items).toEqual({
      invoice: first?.id,
      invoice_line_items: [first?.lines.data[0]?.id],
    });
  });

  it(`bills the new price only from the next period on with none (${prorations}#disable-prorations)`, async () => {
    const { price, change, pending, invoices, id, advance } = await startSubscribed();
    await change({ to: await price("Platinum", 6200), proration_behavior: "none" });
    expect(await pending()).toEqual([]);
    await advance(at("2030-02-01") + 7200);
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 6200]);
  });

  it(`leaves the customer a credit when a downgrade is worth more than what it costs (https://docs.stripe.com/billing/customer/balance)`, async () => {
    const { stripe, customer, price, change } = await startSubscribed();
    await change({ to: await price("Basic", 310), proration_behavior: "always_invoice" });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -1600 + 160 });
  });

  it(`prorates quantities (https://docs.stripe.com/billing/subscriptions/quantities)`, async () => {
    const { change, pending } = await startSubscribed();
    await change({ quantity: 3 });
    expect(await pending()).toEqual([
      ["Unused time on Gold after 16 Jan 2030", -1600],
      ["Remaining time on 3 × Gold after 16 Jan 2030", 4800],
    ]);
  });

  it(`prorates items that are added and removed (https://docs.stripe.com/billing/subscriptions/multiple-products)`, async () => {
    const { stripe, id, item, price, pending } = await startSubscribed();
    const added = await stripe.subscriptionItems.create({
      subscription: id,
      price: await price("Extra", 620),
    });
    expect(day(added.current_period_end)).toBe("2030-02-01");
    await stripe.subscriptionItems.del(item);
    expect(await pending()).toEqual([
      ["Remaining time on Extra after 16 Jan 2030", 320],
      ["Unused time on Gold after 16 Jan 2030", -1600],
    ]);
    const { data } = await stripe.subscriptionItems.list({ subscription: id });
    expect(data.map((one) => one.id)).toEqual([added.id]);
    const error = await refusal(stripe.subscriptionItems.del(added.id));
    expect(error.message).toContain("must have at least one active plan");
  });

  it(`credits in flexible mode what was really charged, not what the item costs now (https://docs.stripe.com/billing/subscriptions/billing-mode/compare)`, async () => {
    const { price, change, pending } = await startSubscribed();
    const platinum = await price("Platinum", 6200);
    await change({ to: platinum, proration_behavior: "none" });
    await change({ to: await price("Basic", 310) });
    expect(await pending()).toEqual([
      ["Unused time on Gold after 16 Jan 2030", -1600],
      ["Remaining time on Basic after 16 Jan 2030", 160],
    ]);
  });

  it(`credits in classic mode what the item costs now (https://docs.stripe.com/billing/subscriptions/billing-mode/compare)`, async () => {
    const { price, change, pending } = await startSubscribed({ billing_mode: { type: "classic" } });
    await change({ to: await price("Platinum", 6200), proration_behavior: "none" });
    await change({ to: await price("Basic", 310) });
    expect((await pending())[0]).toEqual(["Unused time on Platinum after 16 Jan 2030", -3200]);
  });

  it(`takes the subscription's discounts off prorations, which are not discounted again (${prorations}#prorations-and-discounts)`, async () => {
    const billing = await startBilling("2030-01-01");
    const { stripe, price, advance, invoices } = billing;
    const half = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
    const { id, items } = await billing.subscribe(await price("Gold", 3100), {
      discounts: [{ coupon: half.id }],
    });
    await advance("2030-01-16");
    await stripe.subscriptions.update(id, {
      items: [{ id: String(items.data[0]?.id), price: await price("Platinum", 6200) }],
      proration_behavior: "always_invoice",
    });
    const [first, upgrade] = await invoices(id);
    expect([first?.total, upgrade?.total]).toEqual([1550, 800]);
    expect(upgrade?.lines.data.map(({ amount, discountable }) => [amount, discountable])).toEqual([
      [-800, false],
      [1600, false],
    ]);
  });

  it(`tells of the items there were (https://docs.stripe.com/api/events/object#event_object-data-previous_attributes)`, async () => {
    const { stripe, price, change } = await startSubscribed();
    await change({ to: await price("Platinum", 6200), metadata: { tier: "2" } });
    const [event] = (await stripe.events.list({ type: "customer.subscription.updated" })).data;
    expect(event?.data.previous_attributes).toMatchObject({
      items: { data: [{ price: { unit_amount: 3100 } }] },
      metadata: { tier: null },
    });
  });

  it(`prorates as of a given second of the period, and of no other (${prorations}#preview-proration)`, async () => {
    const { price, change, pending } = await startSubscribed();
    const platinum = await price("Platinum", 6200);
    const error = await refusal(change({ to: platinum, proration_date: at("2029-12-31") }));
    expect(error.param).toBe("proration_date");
    await change({ to: platinum, proration_date: at("2030-01-11") });
    expect((await pending()).map(([, amount]) => amount)).toEqual([-2100, 4200]);
  });
});

describe("a change that fails to be paid", () => {
  it("is made all the same, and the subscription past due, with allow_incomplete (https://docs.stripe.com/billing/subscriptions/upgrade-downgrade#payment-failures)", async () => {
    const { stripe, customer, price, change, subscription, id } = await startSubscribed();
    await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
    await change({ to: await price("Platinum", 6200), proration_behavior: "always_invoice" });
    const { status, items } = await subscription(id);
    expect([status, items.data[0]?.price.unit_amount]).toEqual(["past_due", 6200]);
  });

  it("is not made with error_if_incomplete (https://docs.stripe.com/api/subscriptions/update#update_subscription-payment_behavior)", async () => {
    const { stripe, customer, price, change, subscription, id, invoices } = await startSubscribed();
    await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
    const error = await refusal(
      change({
        to: await price("Platinum", 6200),
        proration_behavior: "always_invoice",
        payment_behavior: "error_if_incomplete",
      }),
    );
    expect(error).toMatchObject({ statusCode: 402, code: "card_declined" });
    const { status, items } = await subscription(id);
    expect([status, items.data[0]?.price.unit_amount]).toEqual(["active", 3100]);
    expect(await invoices(id)).toHaveLength(1);
  });

  it("waits for the client with default_incomplete (https://docs.stripe.com/api/subscriptions/update#update_subscription-payment_behavior)", async () => {
    const { stripe, price, change, subscription, id } = await startSubscribed();
    const changed = await change({
      to: await price("Platinum", 6200),
      proration_behavior: "always_invoice",
      payment_behavior: "default_incomplete",
    });
    expect(changed.status).toBe("past_due");
    await stripe.invoices.pay(idOf(changed.latest_invoice));
    expect((await subscription(id)).status).toBe("active");
  });
});

describe("changes that begin a new period", () => {
  const rule = "https://docs.stripe.com/billing/subscriptions/billing-cycle";

  it(`bills at once and moves the anchor when the interval changes (${rule})`, async () => {
    const { price, change, invoices, id } = await startSubscribed();
    const changed = await change({ to: await price("Year", 36_500, { interval: "year" }) });
    expect(day(changed.billing_cycle_anchor)).toBe("2030-01-16");
    expect(day(changed.items.data[0]?.current_period_end)).toBe("2031-01-16");
    const [, invoice] = await invoices(id);
    expect(invoice && lineTexts(invoice)).toEqual([
      ["Unused time on Gold after 16 Jan 2030", -1600],
      ["1 × Year (at $365.00 / year)", 36_500],
    ]);
    expect(invoice).toMatchObject({ status: "paid", amount_paid: 34_900 });
  });

  it(`gives nothing back for the old period when prorations are off, and bills at once all the same (${rule})`, async () => {
    const { price, change, invoices, id } = await startSubscribed();
    await change({ to: await price("Year", 36_500, { interval: "year" }), proration_behavior: "none" });
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 36_500]);
  });

  it(`bills at once and moves the anchor on billing_cycle_anchor now, and not on unchanged (${rule})`, async () => {
    const { change, invoices, id } = await startSubscribed();
    await change({ billing_cycle_anchor: { type: "unchanged" } });
    expect(await invoices(id)).toHaveLength(1);
    const changed = await change({ billing_cycle_anchor: { type: "now" } });
    expect(day(changed.items.data[0]?.current_period_end)).toBe("2030-02-16");
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 1500]);
  });

  it("bills at once and moves the anchor when a free subscription becomes a paid one (https://docs.stripe.com/api/subscriptions/update)", async () => {
    const { price, subscribe, stripe, advance, invoices } = await startBilling("2030-01-01");
    const { id, items } = await subscribe(await price("Free", 0));
    await advance("2030-01-16");
    const changed = await stripe.subscriptions.update(id, {
      items: [{ id: String(items.data[0]?.id), price: await price("Gold", 3100) }],
    });
    expect(day(changed.billing_cycle_anchor)).toBe("2030-01-16");
    expect((await invoices(id)).map(({ total, status }) => [total, status])).toEqual([
      [0, "paid"],
      [3100, "paid"],
    ]);
  });
});
