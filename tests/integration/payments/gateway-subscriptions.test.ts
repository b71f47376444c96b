import { describe, expect, test } from "vitest";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { giveCard } from "@/tests/integration/stripe-local/support/start-billing";
import { allOf, startGateway } from "./gateway-setup";

describe("a change of plan", () => {
  test("at the period's end replaces the one that was planned, and is taken back as often as asked", async () => {
    const { gateway, customer, price, subscribe } = await startGateway();
    const [gold, silver, bronze] = [
      await price("Gold", 3_000),
      await price("Silver", 2_000),
      await price("Bronze"),
    ];
    const { id: stripeSubscriptionId } = await subscribe(gold);
    const plan = async () => (await gateway.listSubscriptions(customer))[0]!;
    const before = await plan();
    expect(before).toMatchObject({
      stripePriceId: gold,
      interval: "month",
      amountMinor: 3_000n,
      schedule: null,
    });
    for (const stripePriceId of [silver, bronze]) {
      await gateway.planChangeAtPeriodEnd({ stripeSubscriptionId, stripePriceId });
      const { schedule, ...present } = await plan();
      expect(schedule?.next).toEqual({ stripePriceId, startsAt: before.periodEndsAt });
      expect({ ...present, schedule: null }).toEqual(before);
    }
    const { stripeScheduleId } = (await plan()).schedule!;
    await gateway.releaseSchedule(stripeScheduleId);
    await gateway.releaseSchedule(stripeScheduleId);
    expect(await plan()).toEqual(before);
    await expect(gateway.releaseSchedule("sub_sched_none")).rejects.toMatchObject({
      code: "payments.object_missing",
    });
  });

  test("at once is an outcome where the bank refuses, and leaves the plan as it was", async () => {
    const { gateway, stripe, customer, price, subscribe } = await startGateway();
    const [gold, platinum] = [await price("Gold", 3_000), await price("Platinum", 9_000)];
    const { id: stripeSubscriptionId } = await subscribe(gold);
    const { stripeItemId, periodStartsAt: prorationAt } = (await gateway.listSubscriptions(customer))[0]!;
    const change = { stripeSubscriptionId, stripeItemId, prorationAt };
    const to = (stripePriceId: string, idempotencyKey: string) =>
      gateway.changePlan({ ...change, stripePriceId, idempotencyKey });
    const priceNow = async () => (await gateway.listSubscriptions(customer))[0]?.stripePriceId;

    await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
    expect(await to(platinum, "a")).toMatchObject({ outcome: "refused", code: "card_declined" });
    await giveCard(stripe, customer, "pm_card_authenticationRequired");
    expect(await to(platinum, "b")).toEqual({ outcome: "needs_authentication" });
    expect(await priceNow()).toBe(gold);
    await expect(to("price_none", "c")).rejects.toMatchObject({ code: "payments.object_missing" });

    await giveCard(stripe, customer, "pm_card_visa");
    expect(await to(platinum, "d")).toEqual({ outcome: "changed" });
    expect(await priceNow()).toBe(platinum);
  });
});

describe("a subscription", () => {
  test("ends once however often it is told to; another failure is one", async () => {
    const { gateway, url, customer, price, subscribe } = await startGateway();
    const { id } = await subscribe(await price("Gold"));
    await gateway.endNow(id);
    await gateway.endNow(id);
    expect(await gateway.listSubscriptions(customer)).toMatchObject([{ status: "canceled" }]);
    const wrong = createStripeGateway({ secretKey: "sk_live_x", webhookSecrets: ["whsec_x"], apiBase: url });
    await expect(wrong.endNow(id)).rejects.toMatchObject({ code: "payments.misconfigured" });
  });

  test("can pause until a day or until further notice; its rhythm may be one that we do not sell", async () => {
    const { gateway, customer, price, subscribe } = await startGateway();
    const weekly = await price("Weekly", 1_000, { interval: "week" });
    const { id } = await subscribe(weekly);
    const resumesAt = new Date("2030-03-01T12:00:00Z");
    await gateway.pauseBilling(id, resumesAt);
    expect(await gateway.listSubscriptions(customer)).toMatchObject([
      { interval: null, paused: true, resumesAt },
    ]);
    await gateway.pauseBilling(id, null);
    expect(await gateway.listSubscriptions(customer)).toMatchObject([{ paused: true, resumesAt: null }]);
    await gateway.resumeBilling(id);
    expect(await gateway.listSubscriptions(customer)).toMatchObject([{ paused: false }]);
    await gateway.endNow(id);
    await subscribe(await price("Quarterly", 1_000, { interval_count: 3 }));
    expect(await gateway.listSubscriptions(customer)).toMatchObject([{ interval: null }, { interval: null }]);
  });

  test("begins with a trial where the checkout says so", async () => {
    const { gateway, stripe, customer, price } = await startGateway();
    const checkout = {
      ...{ kind: "plan" as const, checkoutId: "3e0ba1e6-6d2f-4f0a-9f6f-5b0c9bb4f1a1", userId: "u" },
      ...{ stripeCustomerId: customer, stripePriceId: await price("Gold", 3_000), creditsMilli: 1_000n },
      ...{ successUrl: "http://localhost:3000/ok", cancelUrl: "http://localhost:3000/no", trialDays: 7 },
    };
    const { sessionId, checkoutId, creditsMilli, items } = await gateway.createCheckout(checkout);
    expect({ checkoutId, creditsMilli, items }).toEqual({
      checkoutId: checkout.checkoutId,
      creditsMilli: 1_000n,
      items: [{ stripePriceId: checkout.stripePriceId, quantity: 1 }],
    });
    const { amount_total: dueNow } = await stripe.checkout.sessions.retrieve(sessionId);
    expect(dueNow).toBe(0);
  });
});

describe("an invoice", () => {
  test("is read with all its lines, of whatever they are", async () => {
    const { gateway, stripe, customer } = await startGateway();
    const { id } = await stripe.invoices.create({ customer, collection_method: "charge_automatically" });
    for (let index = 1; index <= 12; index += 1)
      await stripe.invoiceItems.create({
        ...{ customer, invoice: id, amount: index * 100, currency: "usd", description: `Hour ${index}` },
      });
    await stripe.invoices.finalizeInvoice(id);
    const invoice = await gateway.getInvoice(id);
    expect(invoice).toMatchObject({ reason: "manual", stripeSubscriptionId: null, totalMinor: 7_800n });
    expect(invoice.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(7_800n);
    expect(new Set(invoice.lines.map(({ description }) => description)).size).toBe(12);
    expect(invoice.lines[0]).toMatchObject({ stripeItemId: null, proration: false, credited: null });
    const { paymentIntentIds, ...found } = invoice;
    expect(paymentIntentIds).toHaveLength(1);
    expect(await gateway.lookUpInvoice(id)).toEqual(found);
  });

  test("is listed once it is no draft", async () => {
    const { gateway, stripe, customer, price, subscribe, invoices } = await startGateway();
    const { id: subscription } = await subscribe(await price("Gold"));
    await stripe.invoices.create({ customer });
    const { id } = (await invoices(subscription))[0]!;
    expect(await gateway.listInvoiceIds({ stripeCustomerId: customer })).toEqual([id]);
    const later = { stripeCustomerId: customer, since: new Date("2030-01-16T00:00:00Z") };
    expect(await gateway.listInvoiceIds(later)).toEqual([]);
    const range = { since: new Date("2030-01-01T00:00:00Z"), until: later.since };
    const listed = await allOf(gateway.listInvoices({ ...range, stripeCustomerId: customer }));
    expect(listed.map(({ stripeInvoiceId }) => stripeInvoiceId)).toEqual([id]);
  });
});
