import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import type { ImportBody } from "@/dev/stripe/engine/import/import-records";
import { startLocalStripe, type Running } from "./support/start-local-stripe";

const DAY = 24 * 60 * 60;
const now = Math.floor(Date.now() / 1000);
const began = now - 45 * DAY;
const [renewed, ends] = [began + 30 * DAY, began + 60 * DAY];

interface Imported {
  imported: Record<keyof ImportBody, number>;
}

const line = (invoice: string, start: number) => ({
  ...{ id: `il_${invoice}`, amount: 4000, description: "1 × Gym", price: "price_gym", quantity: 1 },
  ...{ period_start: start, period_end: start + 30 * DAY, proration: false },
});

const declined = { code: "card_declined", decline_code: "insufficient_funds", message: "No funds." };

/** Somebody subscribed, was refused once when it renewed, and disputes what they bought besides. */
const history = (card = "4242424242424242") => {
  const who = { customer: "cus_old", card: "pm_old", currency: "eur", description: "Gym" };
  return {
    prices: [
      {
        id: "price_gym",
        product: "prod_gym",
        created: began,
        currency: "eur",
        unit_amount: 4000,
        interval: null,
      },
    ].map((price) => ({ ...price, interval: "month" as const })),
    customers: [
      {
        ...{ id: "cus_old", created: began, email: "old@example.com", name: "Old Friend" },
        ...{ metadata: { user_id: "7" }, invoice_prefix: "OLD", next_invoice_sequence: 3 },
      },
    ],
    cards: [
      {
        ...{ id: "pm_old", customer: "cus_old", created: began, number: card },
        ...{ brand: "amex", last4: "0005", saved: true },
      },
    ],
    subscriptions: [
      {
        ...{ id: "sub_old", item: "si_old", customer: "cus_old", price: "price_gym", created: began },
        ...{ billing_cycle_anchor: renewed, period_start: renewed, period_end: ends },
        ...{ status: "active" as const, cancel_at_period_end: false, ended_at: null, feedback: null },
        ...{ latest_invoice: "in_2", next: null },
      },
    ],
    invoices: [
      {
        ...{ id: "in_1", number: "OLD-0001", subscription: "sub_old", created: began, paid_at: began },
        ...{ billing_reason: "subscription_create" as const, lines: [line("in_1", began)] },
        ...{ attempt_count: 1, next_payment_attempt: null },
      },
      {
        ...{ id: "in_2", number: "OLD-0002", subscription: "sub_old", created: renewed },
        ...{ billing_reason: "subscription_cycle" as const, lines: [line("in_2", renewed)] },
        ...{ paid_at: renewed + 3 * DAY, attempt_count: 2, next_payment_attempt: null },
      },
    ],
    payments: [
      {
        ...who,
        id: "pi_1",
        amount: 4000,
        invoice: "in_1",
        tries: [{ charge: "ch_1", at: began, decline: null }],
      },
      {
        ...{ ...who, id: "pi_2", amount: 4000, invoice: "in_2" },
        tries: [
          { charge: "ch_2_refused", at: renewed, decline: declined },
          { charge: "ch_2", at: renewed + 3 * DAY, decline: null },
        ],
      },
      {
        ...who,
        id: "pi_3",
        amount: 900,
        invoice: null,
        tries: [{ charge: "ch_3", at: now - DAY, decline: null }],
      },
    ],
    refunds: [
      {
        id: "re_1",
        charge: "ch_1",
        created: began + DAY,
        amount: 1000,
        reason: null,
        metadata: { refund_id: "9" },
      },
    ],
    disputes: [
      {
        ...{ id: "du_1", charge: "ch_3", created: now - 60, amount: 900, reason: "fraudulent" as const },
        ...{ due_by: now + 12 * DAY, closed: null },
      },
    ],
  } satisfies ImportBody;
};

async function startWith(body: ImportBody): Promise<Running & { answer: Imported }> {
  const running = await startLocalStripe();
  await running.stripe.products.create({ id: "prod_gym", name: "Gym" });
  const answer = await running.control<Imported>("POST", "import", body);
  return { ...running, answer };
}

const idsOf = ({ data }: { data: { id?: string }[] }) => data.map(({ id }) => id);
const cyclesOf = ({ data }: { data: Stripe.Invoice[] }) =>
  data.filter(({ billing_reason: reason }) => reason === "subscription_cycle").map(({ status }) => status);

describe("what is imported", () => {
  it("is there as if it had happened here, under its own ids and times, and nobody is told", async () => {
    const { stripe, control, answer } = await startWith(history());
    expect(answer.imported).toMatchObject({ customers: 1, subscriptions: 1, invoices: 2, payments: 3 });
    expect(await stripe.customers.retrieve("cus_old")).toMatchObject({
      ...{ created: began, email: "old@example.com", metadata: { user_id: "7" }, currency: "eur" },
      invoice_settings: { default_payment_method: "pm_old" },
    });
    expect(idsOf(await stripe.charges.list({ customer: "cus_old" }))).toEqual([
      ...["ch_3", "ch_2", "ch_2_refused", "ch_1"],
    ]);
    expect(await stripe.charges.retrieve("ch_2_refused")).toMatchObject({
      ...{ created: renewed, status: "failed", outcome: { reason: "insufficient_funds" } },
      payment_method_details: { card: { brand: "amex", last4: "0005" } },
    });
    const paid = { status: "succeeded", amount_received: 4000, last_payment_error: null };
    expect(await stripe.paymentIntents.retrieve("pi_2")).toMatchObject(paid);
    const { payments, ...invoice } = await stripe.invoices.retrieve("in_2", { expand: ["payments"] });
    expect(invoice).toMatchObject({
      number: "OLD-0002",
      created: renewed,
      amount_paid: 4000,
      attempt_count: 2,
    });
    expect(payments?.data).toMatchObject([{ status: "paid", payment: { payment_intent: "pi_2" } }]);
    expect(await stripe.charges.retrieve("ch_1")).toMatchObject({ amount_refunded: 1000, refunded: false });
    expect(await stripe.refunds.retrieve("re_1")).toMatchObject({ metadata: { refund_id: "9" } });
    const sum = await stripe.balanceTransactions.list({ limit: 100 });
    expect(sum.data.map(({ amount }) => amount)).toEqual([-900, 900, 4000, -1000, 4000]);
    expect(
      (await control<{ data: { type: string }[] }>("GET", "events")).data.map(({ type }) => type),
    ).toEqual(["product.created"]);
  });

  it("goes on by itself: it renews with its own card and number, and nobody answers the dispute in time", async () => {
    const { stripe, control } = await startWith(history());
    await control("POST", `advance?seconds=${16 * DAY}`);
    const invoices = await stripe.invoices.list({ subscription: "sub_old" });
    expect(cyclesOf(invoices)).toEqual(["paid", "paid"]);
    expect(invoices.data[0]).toMatchObject({ number: "OLD-0003", amount_paid: 4000, created: ends });
    expect(await stripe.disputes.retrieve("du_1")).toMatchObject({ status: "lost" });
    expect((await stripe.refunds.create({ payment_intent: "pi_2" })).status).toBe("succeeded");
  });

  it("tries again what is past due on its own day, and changes to what was planned", async () => {
    const { subscriptions, invoices, payments, prices, ...rest } = history("4000000000000341");
    const [subscription, [first, second], [paid, failed]] = [subscriptions[0]!, invoices, payments];
    const open = { paid_at: null, attempt_count: 1, next_payment_attempt: now + DAY };
    const { stripe, control } = await startWith({
      ...{ ...rest, disputes: [] },
      prices: [...prices, { ...prices[0]!, id: "price_pool", unit_amount: 9000 }],
      subscriptions: [
        { ...subscription, status: "past_due", next: { schedule: "sub_sched_old", price: "price_pool" } },
      ],
      invoices: [first!, { ...second!, ...open }],
      payments: [paid!, { ...failed!, tries: failed!.tries.slice(0, 1) }],
    });
    await control("POST", `advance?seconds=${DAY + 60}`);
    expect(await stripe.invoices.retrieve("in_2")).toMatchObject({ status: "open", attempt_count: 2 });
    const { data: intents } = await stripe.charges.list({ payment_intent: "pi_2" });
    expect(intents.map(({ status }) => status)).toEqual(["failed", "failed"]);
    const { data: phases } = await stripe.subscriptionSchedules.list({ customer: "cus_old" });
    expect(phases).toMatchObject([{ id: "sub_sched_old", subscription: "sub_old" }]);
    await control("POST", "settings", { after_retries: "past_due" });
    await control("POST", `advance?seconds=${15 * DAY}`);
    expect((await stripe.subscriptions.retrieve("sub_old")).items.data[0]?.price.id).toBe("price_pool");
  });

  it("is all of it or nothing, and what is there already stays as it is", async () => {
    const { stripe, control, url } = await startWith(history());
    const before = await control("GET", "stats");
    const again = await control<Imported>("POST", "import", history());
    expect(Object.values(again.imported).every((count) => count === 0)).toBe(true);
    const stranger = {
      ...history().payments[0]!,
      id: "pi_9",
      customer: "cus_9",
      card: "pm_9",
      invoice: null,
    };
    const added = { customers: [{ ...history().customers[0]!, id: "cus_8" }], payments: [stranger] };
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(added) };
    expect((await fetch(`${url}/_emulator/import`, init)).status).toBe(400);
    expect(await control("GET", "stats")).toMatchObject({ objects: before.objects as object });
    await expect(stripe.customers.retrieve("cus_8")).rejects.toMatchObject({ code: "resource_missing" });
  });
});
