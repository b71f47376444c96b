import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import { handledEventTypes } from "@/lib/stripe-events";
import type { Bench } from "./stack";

export interface Delivery {
  id: string;
  stripeCustomerId: string;
  body: string;
}

const atOnce = 16;

/** Runs `work` for every item, some at a time. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export function openStripe({ stripeUrl, secretKey }: Bench): Stripe {
  const { hostname, port } = new URL(stripeUrl);
  return new Stripe(secretKey, {
    host: hostname,
    port,
    protocol: "http",
    telemetry: false,
    timeout: 120_000,
  });
}

/** Members with a card and a monthly plan, of which no webhook has told yet. */
async function createMembers(bench: Bench, stripe: Stripe, count: number): Promise<void> {
  const { stripePriceId: price } = await bench.ctx.db.prisma.catalogPrice.findFirstOrThrow({
    where: { lookupKey: "plan_basic_month" },
  });
  const members: { userId: string; customer: string; email: string }[] = [];
  await each(
    Array.from({ length: count }, (_, index) => `member${index}@example.com`),
    async (email) => {
      const userId = randomUUID();
      const { id: customer } = await stripe.customers.create({ email, metadata: { user_id: userId } });
      const method = await stripe.paymentMethods.attach("pm_card_visa", { customer });
      const settings = { default_payment_method: method.id };
      await stripe.subscriptions.create({ customer, items: [{ price }], ...settings });
      members.push({ userId, customer, email });
    },
  );
  await bench.ctx.db.sql({
    name: "bench-members",
    text: `WITH input AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS i("userId" uuid, customer text, email text)),
      u AS (INSERT INTO users (id, email) SELECT "userId", email FROM input),
      b AS (INSERT INTO billing_customers (user_id, email, creation_key, stripe_customer_id)
        SELECT "userId", email, gen_random_uuid(), customer FROM input)
      INSERT INTO stripe_customers (stripe_customer_id, user_id) SELECT customer, "userId" FROM input`,
    values: [JSON.stringify(members)],
  });
}

function customerOf({ data }: Stripe.Event): string | null {
  const { object, id, customer } = data.object as { object: string; id?: string; customer?: unknown };
  if (object === "customer") return id ?? null;
  return typeof customer === "string" ? customer : null;
}

/** The events of the types that we ask Stripe for. */
async function readEvents(stripe: Stripe): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for await (const event of stripe.events.list({ limit: 100 })) {
    const stripeCustomerId = customerOf(event);
    if (stripeCustomerId && handledEventTypes.includes(event.type))
      deliveries.push({ id: event.id, stripeCustomerId, body: JSON.stringify(event) });
  }
  return deliveries;
}

const backwards = ({ id }: Delivery) => id.split("").reverse().join("");

/** Always the same order, in which customers and kinds are mixed as they are on the way. */
const inMixedOrder = (a: Delivery, b: Delivery) => (backwards(a) < backwards(b) ? -1 : 1);

/** All that Stripe has to tell of members with plans, after as many months as it takes to have so many events. */
export async function createBacklog(
  bench: Bench,
  { members, events, note }: { members: number; events: number; note: (line: string) => void },
): Promise<Delivery[]> {
  const stripe = openStripe(bench);
  await createMembers(bench, stripe, members);
  for (let months = 0; months < 24; months += 1) {
    const backlog = await readEvents(stripe);
    note(`${members} customers: ${backlog.length} events after ${months} months`);
    if (backlog.length >= events) return backlog.sort(inMixedOrder);
    const answer = await fetch(`${bench.stripeUrl}/_emulator/advance?months=1`, { method: "POST" });
    if (!answer.ok) throw new Error(await answer.text());
  }
  throw new Error("Two years did not bring enough events.");
}
