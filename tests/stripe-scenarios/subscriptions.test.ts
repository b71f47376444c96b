import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./buyer";
import { at, day, DAY, HOUR, openShop, type Shop } from "./shop";

const paidOn = (invoices: Stripe.Invoice[]) =>
  invoices.map(({ status, amount_paid: paid, created }) => [day(created), status, paid]);
const itemOf = (subscription: Stripe.Subscription) => subscription.items.data[0]!;

/** A buyer subscribes to Basic on the hosted page. */
async function checkout(shop: Shop): Promise<Stripe.Subscription> {
  const buyer = await openBrowser();
  const session = await shop.stripe.checkout.sessions.create({
    ...{ mode: "subscription", customer: shop.customer, line_items: [{ price: shop.basic, quantity: 1 }] },
    ...{ success_url: `${buyer.shop}/thanks?id={CHECKOUT_SESSION_ID}`, cancel_url: `${buyer.shop}/plans` },
  });
  const back = await buyer.subscribe(session.url!);
  expect(back.searchParams.get("id")).toBe(session.id);
  const { subscription } = await shop.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["subscription"],
  });
  return subscription as Stripe.Subscription;
}

describe("a year of billing", () => {
  it("bills a subscription from checkout three times over the end of a short month", async () => {
    const shop = await openShop("2030-01-31");
    const { id } = await checkout(shop);
    await shop.advanceTo(at("2030-04-30") + 2 * HOUR);
    expect(paidOn(await shop.invoicesOf(id))).toEqual([
      ["2030-01-31", "paid", 5000],
      ["2030-02-28", "paid", 5000],
      ["2030-03-31", "paid", 5000],
      ["2030-04-30", "paid", 5000],
    ]);
    const period = itemOf(await shop.stripe.subscriptions.retrieve(id));
    expect(day(period.current_period_end)).toBe("2030-05-31");
  }, 300_000);

  it("recovers from a failed renewal with another card", async () => {
    const shop = await openShop("2030-01-15");
    await shop.useCard("pm_card_visa");
    const { id } = await shop.subscribe(shop.basic);
    await shop.useCard("pm_card_chargeCustomerFail");
    await shop.advanceTo(at("2030-02-15") + 2 * HOUR);
    expect((await shop.stripe.subscriptions.retrieve(id)).status).toBe("past_due");
    const [, failed] = await shop.invoicesOf(id);
    expect(failed).toMatchObject({ status: "open", attempt_count: 1, attempted: true });
    expect(failed!.next_payment_attempt).toBeGreaterThan(at("2030-02-15"));
    await shop.useCard("pm_card_visa");
    await shop.stripe.invoices.pay(failed!.id);
    expect((await shop.stripe.subscriptions.retrieve(id)).status).toBe("active");
    expect(paidOn(await shop.invoicesOf(id)).at(-1)).toEqual(["2030-02-15", "paid", 5000]);
  }, 300_000);

  it("ends when the last try to collect a renewal has failed", async () => {
    const shop = await openShop("2030-01-15");
    await shop.useCard("pm_card_visa");
    const { id } = await shop.subscribe(shop.basic);
    await shop.useCard("pm_card_chargeCustomerFail");
    await shop.advanceTo("2030-03-30");
    const ended = await shop.stripe.subscriptions.retrieve(id);
    expect(ended).toMatchObject({
      ...{ status: "canceled", cancellation_details: { reason: "payment_failed" } },
    });
  }, 300_000);

  it("charges for an upgrade what its preview said", async () => {
    const shop = await openShop("2030-03-10");
    const { stripe, customer, pro } = shop;
    await shop.useCard("pm_card_visa");
    const subscription = await shop.subscribe(shop.basic);
    await shop.advanceTo("2030-03-21");
    const change = {
      items: [{ id: itemOf(subscription).id, price: pro }],
      proration_behavior: "always_invoice" as const,
      proration_date: at("2030-03-21"),
    };
    const preview = await stripe.invoices.createPreview({
      ...{ customer, subscription: subscription.id, subscription_details: change },
    });
    const changed = await stripe.subscriptions.update(subscription.id, {
      ...change,
      expand: ["latest_invoice"],
    });
    const invoice = changed.latest_invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({ status: "paid", billing_reason: "subscription_update" });
    expect(invoice.amount_paid).toBe(preview.amount_due);
    expect(invoice.lines.data.map(({ amount }) => amount)).toEqual(
      preview.lines.data.map(({ amount }) => amount),
    );
    expect(invoice.lines.data.map(({ amount }) => amount < 0)).toEqual([true, false]);
    // Twenty of thirty-one days at twice the price.
    expect(invoice.amount_paid).toBe(Math.round((10_000 * 20) / 31) - Math.round((5000 * 20) / 31));
  }, 300_000);

  it("downgrades at the end of the period by a schedule", async () => {
    const shop = await openShop("2030-01-15");
    const { stripe, basic, pro } = shop;
    await shop.useCard("pm_card_visa");
    const { id } = await shop.subscribe(pro);
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
    const [phase] = schedule.phases;
    await stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: "release",
      phases: [
        {
          items: [{ price: pro, quantity: 1 }],
          ...{ start_date: phase!.start_date, end_date: phase!.end_date },
        },
        {
          items: [{ price: basic, quantity: 1 }],
          ...{ proration_behavior: "none", duration: { interval: "month", interval_count: 1 } },
        },
      ],
    });
    await shop.advanceTo(at("2030-02-15") + 2 * HOUR);
    expect(itemOf(await stripe.subscriptions.retrieve(id)).price.id).toBe(basic);
    expect(paidOn(await shop.invoicesOf(id))).toEqual([
      ["2030-01-15", "paid", 10_000],
      ["2030-02-15", "paid", 5000],
    ]);
    await shop.advanceTo(at("2030-03-15") + 2 * HOUR);
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe("released");
    expect((await stripe.subscriptions.retrieve(id)).schedule).toBeNull();
  }, 300_000);

  it("takes nothing in a trial and the full price after it", async () => {
    const shop = await openShop("2030-01-15");
    await shop.useCard("pm_card_visa");
    const trial = await shop.subscribe(shop.basic, { trial_period_days: 14 });
    expect(trial.status).toBe("trialing");
    await shop.advanceTo(trial.trial_end! + 2 * HOUR);
    expect((await shop.stripe.subscriptions.retrieve(trial.id)).status).toBe("active");
    expect(paidOn(await shop.invoicesOf(trial.id))).toEqual([
      ["2030-01-15", "paid", 0],
      ["2030-01-29", "paid", 5000],
    ]);
  }, 300_000);

  it("lets its owner cancel and go on in the portal", async () => {
    const shop = await openShop("2030-01-15");
    const { stripe, customer } = shop;
    await shop.useCard("pm_card_visa");
    const { id } = await shop.subscribe(shop.basic);
    const configuration = await stripe.billingPortal.configurations.create({
      business_profile: { headline: "The shop" },
      features: {
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: { enabled: true, mode: "at_period_end" },
      },
    });
    const { page, shop: address } = await openBrowser();
    const session = await stripe.billingPortal.sessions.create({
      ...{ customer, configuration: configuration.id, return_url: `${address}/billing` },
    });
    await page.goto(session.url);
    await page.getByRole("link", { name: "Cancel subscription" }).click();
    await page.getByRole("button", { name: "Cancel subscription" }).click();
    const resume = page.getByRole("button", { name: "Don't cancel subscription" });
    await resume.waitFor();
    const canceled = await stripe.subscriptions.retrieve(id);
    expect(canceled.cancel_at_period_end || canceled.cancel_at !== null).toBe(true);
    expect(canceled.status).toBe("active");
    await resume.click();
    await page.getByRole("link", { name: "Cancel subscription" }).waitFor();
    const resumed = await stripe.subscriptions.retrieve(id);
    expect([resumed.cancel_at_period_end, resumed.cancel_at]).toEqual([false, null]);
    await shop.advanceTo(at("2030-02-15") + DAY);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  }, 300_000);
});
