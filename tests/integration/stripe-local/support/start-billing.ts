import type Stripe from "stripe";
import { type LocalStripeOptions } from "@/dev/stripe/local-stripe";
import { startLocalStripe, type Running } from "./start-local-stripe";

const DAY = 24 * 60 * 60;

/** A shop with prices and one customer who lives by a clock of its own and has a card. */
export interface Billing extends Running {
  clock: string;
  customer: string;
  /** Monthly, $10.00 unless said otherwise, of a product of that name. */
  price: (
    name: string,
    amount?: number,
    recurring?: Partial<Stripe.PriceCreateParams.Recurring>,
  ) => Promise<string>;
  /** A subscription of the customer to one price. */
  subscribe: (
    price: string,
    params?: Partial<Stripe.SubscriptionCreateParams>,
  ) => Promise<Stripe.Subscription>;
  /** Lets the clock arrive at a date, in steps that it allows. */
  advance: (date: string | number) => Promise<void>;
  subscription: (id: string) => Promise<Stripe.Subscription>;
  /** Of the subscription, oldest first. */
  invoices: (subscription: string) => Promise<Stripe.Invoice[]>;
  /** Types of events about subscriptions and their schedules, oldest first. */
  told: (prefix?: string) => Promise<string[]>;
}

/** `2030-01-15`, at noon. */
export const at = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 1000;
export const day = (seconds: number | null | undefined): string | null =>
  typeof seconds === "number" ? new Date(seconds * 1000).toISOString().slice(0, 10) : null;

/** The id behind a field that may be expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  return (typeof reference === "string" ? reference : reference?.id) ?? "";
}

export async function startBilling(
  date = "2030-01-15",
  { card = "pm_card_visa", ...options }: LocalStripeOptions & { card?: string | null } = {},
): Promise<Billing> {
  const running = await startLocalStripe(options);
  const { stripe } = running;
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: at(date) });
  const { id: customer } = await stripe.customers.create({ email: "mia@example.com", test_clock: clock });
  if (card !== null) await giveCard(stripe, customer, card);
  return {
    ...running,
    clock,
    customer,
    price: async (name, amount = 1000, recurring = {}) => {
      const price = await stripe.prices.create({
        currency: "usd",
        unit_amount: amount,
        product_data: { name },
        recurring: { interval: "month", ...recurring },
      });
      return price.id;
    },
    subscribe: (price, params = {}) =>
      stripe.subscriptions.create({ customer, items: [{ price }], ...params }),
    advance: (target) => advance(stripe, clock, typeof target === "string" ? at(target) : target),
    subscription: (id) => stripe.subscriptions.retrieve(id),
    invoices: async (subscription) =>
      (await stripe.invoices.list({ subscription, limit: 100 })).data.toReversed(),
    told: async (prefix = "customer.subscription.") => {
      const { data } = await stripe.events.list({ limit: 100 });
      return data
        .map(({ type }) => type)
        .filter((type) => type.startsWith(prefix))
        .toReversed();
    },
  };
}

/** The customer's card from now on. */
export async function giveCard(stripe: Stripe, customer: string, card: string): Promise<string> {
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  return method.id;
}

/** In steps of a month: a clock goes no further than two intervals of its shortest subscription. */
async function advance(stripe: Stripe, clock: string, target: number): Promise<void> {
  for (;;) {
    const { frozen_time: now } = await stripe.testHelpers.testClocks.retrieve(clock);
    if (now >= target) return;
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: Math.min(target, now + 28 * DAY) });
    await arrival(stripe, clock);
  }
}

async function arrival(stripe: Stripe, clock: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    const { status } = await stripe.testHelpers.testClocks.retrieve(clock);
    if (status === "ready") return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error(`The clock ${clock} does not arrive`);
}
