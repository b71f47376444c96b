import type Stripe from "stripe";
import { onTestFinished } from "vitest";
import { openTarget, type Target } from "./target";

export const DAY = 24 * 60 * 60;
export const HOUR = 60 * 60;
export const at = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 1000;
export const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** A shop with two plans and a customer who lives by a clock of its own. */
export interface Shop extends Target {
  clock: string;
  customer: string;
  basic: string;
  pro: string;
  /** Lets time pass, in steps that every clock allows, until all that was due has happened. */
  advanceTo: (date: string | number) => Promise<void>;
  /** The card that is charged from now on. */
  useCard: (method: string) => Promise<string>;
  subscribe: (
    price: string,
    params?: Partial<Stripe.SubscriptionCreateParams>,
  ) => Promise<Stripe.Subscription>;
  /** Oldest first. */
  invoicesOf: (subscription: string) => Promise<Stripe.Invoice[]>;
}

export async function openShop(date: string): Promise<Shop> {
  const target = await openTarget();
  const { stripe } = target;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: at(date) });
  onTestFinished(async () => {
    await stripe.testHelpers.testClocks.del(clock.id);
  });
  const customer = await stripe.customers.create({ email: "mia@example.com", test_clock: clock.id });
  const [basic, pro] = [await monthly(stripe, "Basic", 5000), await monthly(stripe, "Pro", 10_000)];
  return {
    ...target,
    ...{ clock: clock.id, customer: customer.id, basic, pro },
    advanceTo: (to) => advance(stripe, clock.id, typeof to === "string" ? at(to) : to),
    useCard: async (name) => {
      const { id } = await stripe.paymentMethods.attach(name, { customer: customer.id });
      await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: id } });
      return id;
    },
    subscribe: (price, params = {}) =>
      stripe.subscriptions.create({ customer: customer.id, items: [{ price }], ...params }),
    invoicesOf: async (subscription) =>
      (await stripe.invoices.list({ subscription, limit: 100 })).data.toReversed(),
  };
}

async function monthly(stripe: Stripe, name: string, amount: number): Promise<string> {
  const price = await stripe.prices.create({
    ...{ currency: "usd", unit_amount: amount, recurring: { interval: "month" }, product_data: { name } },
  });
  return price.id;
}

async function advance(stripe: Stripe, clock: string, target: number): Promise<void> {
  let { frozen_time: now } = await stripe.testHelpers.testClocks.retrieve(clock);
  while (now < target) {
    now = Math.min(target, now + 28 * DAY);
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: now });
    await arrival(stripe, clock);
  }
}

async function arrival(stripe: Stripe, clock: string): Promise<void> {
  for (let wait = 5; ; wait = Math.min(wait * 2, 2_000)) {
    const { status } = await stripe.testHelpers.testClocks.retrieve(clock);
    if (status === "ready") return;
    if (status !== "advancing") throw new Error(`The clock is ${status}`);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
  }
}
