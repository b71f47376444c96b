import type Stripe from "stripe";
import { expect, it } from "vitest";
import { bundleLocalStripe } from "./support/bundle-local-stripe";
import { run, stateFile, stop } from "./support/run-local-stripe";
import { sdkFor } from "./support/start-local-stripe";

const kills = 50;
const writers = 3;

/** What one writer does over and over, each call under a key that is repeated until it was answered. */
async function buyAndReturn(stripe: Stripe, key: string): Promise<string[]> {
  const once = (what: string) => ({ idempotencyKey: `${what}:${key}` });
  const customer = await stripe.customers.create({ metadata: { key } }, once("customer"));
  const intent = await stripe.paymentIntents.create(
    {
      ...{ amount: 500, currency: "usd", customer: customer.id, confirm: true, metadata: { key } },
      ...{ payment_method: "pm_card_visa", return_url: "https://shop.test/" },
    },
    once("payment"),
  );
  const refund = await stripe.refunds.create(
    { payment_intent: intent.id, amount: 200, metadata: { key } },
    once("refund"),
  );
  return [customer.id, intent.id, refund.id];
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

it(`loses nothing that was acknowledged and does nothing twice when it is killed ${kills} times`, async () => {
  const [state, program] = [stateFile(), await bundleLocalStripe()];
  const acknowledged: string[] = [];
  /** The work each writer is at; it goes on with it after a kill. */
  const current = Array.from({ length: writers }, (_, writer) => ({ writer, step: 0 }));
  for (let round = 0; round < kills; round += 1) {
    const { url, child } = await run(["--state", state], [program]);
    const stripe = sdkFor(url);
    // At any moment after the first answers, however busy the machine is.
    const kill = () => setTimeout(() => void stop(child), Math.random() * 150);
    const work = current.map(async (at) => {
      for (;;) {
        acknowledged.push(...(await buyAndReturn(stripe, `${at.writer}.${at.step}`)));
        at.step += 1;
        if (at.writer === 0) kill();
      }
    });
    await Promise.allSettled(work);
    await stop(child);
  }

  const { url } = await run(["--state", state], [program]);
  const stripe = sdkFor(url);
  for (const at of current) await buyAndReturn(stripe, `${at.writer}.${at.step}`);
  const keys = current.flatMap(({ writer, step }) =>
    Array.from({ length: step + 1 }, (_, done) => `${writer}.${done}`),
  );
  const customers = await all(stripe.customers.list({ limit: 100 }));
  const intents = await all(stripe.paymentIntents.list({ limit: 100 }));
  const refunds = await all(stripe.refunds.list({ limit: 100 }));
  const charges = await all(stripe.charges.list({ limit: 100 }));
  const events = await all(stripe.events.list({ limit: 100 }));
  const told = (type: string) => events.filter((event) => event.type === type).length;

  for (const made of [customers, intents, refunds])
    expect(made.map(({ metadata }) => metadata?.key).sort()).toEqual(keys.toSorted());
  const ids = new Set([...customers, ...intents, ...refunds].map(({ id }) => id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(kills);
  expect(charges.map(({ amount, amount_refunded }) => [amount, amount_refunded])).toEqual(
    keys.map(() => [500, 200]),
  );
  for (const type of ["customer.created", "payment_intent.succeeded", "refund.created"])
    expect(told(type), type).toBe(keys.length);
}, 600_000);
