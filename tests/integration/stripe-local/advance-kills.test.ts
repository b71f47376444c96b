import type Stripe from "stripe";
import { expect, it } from "vitest";
import { bundleLocalStripe } from "./support/bundle-local-stripe";
import { run, stateFile, stop } from "./support/run-local-stripe";
import { controlsOf, sdkFor } from "./support/start-local-stripe";

const kills = 10;
const subscriptions = 20;
const months = 12;
const month = 31 * 24 * 60 * 60;

async function subscribe(stripe: Stripe): Promise<void> {
  const price = await stripe.prices.create({
    ...{ currency: "usd", unit_amount: 500, product_data: { name: "Gold" } },
    recurring: { interval: "month" },
  });
  const subscribeOne = async () => {
    const customer = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    await stripe.subscriptions.create({
      ...{ customer: customer.id, items: [{ price: price.id }], default_payment_method: method?.id ?? "" },
    });
  };
  await Promise.all(Array.from({ length: subscriptions }, subscribeOne));
}

/** In steps of a month, as far as it comes. What was done and not answered any more is not asked for again. */
async function advanceTo(url: string, target: number): Promise<void> {
  const control = controlsOf(url);
  for (;;) {
    const { now } = await control<{ now: number }>("GET", "stats");
    if (now >= target) return;
    await control("POST", "advance", { seconds: Math.min(month, target - now) });
  }
}

const countOf = async (list: Stripe.ApiListPromise<unknown>): Promise<number> =>
  (await list.autoPagingToArray({ limit: 10_000 })).length;

it(`bills each month once when it is killed ${kills} times while time passes`, async () => {
  const [state, program] = [stateFile(), await bundleLocalStripe()];
  const first = await run(["--state", state], [program]);
  await subscribe(sdkFor(first.url));
  const { now: start } = await controlsOf(first.url)<{ now: number }>("GET", "stats");
  const began = Date.now();
  await advanceTo(first.url, start + month);
  const oneMonth = Date.now() - began;
  await stop(first.child);

  const end = start + months * month;
  for (let kill = 0; kill < kills; kill += 1) {
    const { url, child } = await run(["--state", state], [program]);
    const timer = setTimeout(() => void stop(child), Math.random() * 2 * oneMonth);
    await Promise.allSettled([advanceTo(url, end)]);
    clearTimeout(timer);
    await stop(child);
  }

  const { url } = await run(["--state", state], [program]);
  await advanceTo(url, end);
  const stripe = sdkFor(url);
  const billed = subscriptions * (months + 1);
  expect(await countOf(stripe.invoices.list({ limit: 100 }))).toBe(billed);
  expect(await countOf(stripe.invoices.list({ limit: 100, status: "paid" }))).toBe(billed);
  expect(await countOf(stripe.charges.list({ limit: 100 }))).toBe(billed);
  for (const type of ["invoice.created", "invoice.paid", "charge.succeeded", "payment_intent.succeeded"])
    expect(await countOf(stripe.events.list({ limit: 100, type })), type).toBe(billed);
}, 600_000);
