import type Stripe from "stripe";
import type { Day, PlanShare, RenewalsDue } from "@/lib/analytics/types";
import type { Db } from "@/lib/db";
import type { ToDay } from "./calendar";
import type { StripeBooks } from "./read-stripe";
import { fromTwelfths, stateAt, twelfthsOf } from "./recurring";

type Sold = Pick<PlanShare, "planKey" | "planName" | "interval" | "state" | "currency">;

interface Given {
  key: string;
  name: string;
  starts: Date;
  ends: Date;
}

export interface PlanBooks {
  products: ReadonlyMap<string, Stripe.Product>;
  prices: ReadonlyMap<string, Stripe.Price>;
  schedules: readonly Stripe.SubscriptionSchedule[];
  given: readonly Given[];
}

const byId = <One extends { id: string }>(list: readonly One[]) => new Map(list.map((one) => [one.id, one]));

export async function readPlanBooks(stripe: Stripe, db: Db): Promise<PlanBooks> {
  const products = await stripe.products.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const prices = await stripe.prices.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const schedules = await stripe.subscriptionSchedules
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  const given = await db.sql<Given>({
    name: "",
    text: `SELECT plan_key AS key, plan_name AS name, starts_at AS starts, coalesce(ended_at, ends_at) AS ends
      FROM complimentary_plans`,
    values: [],
  });
  return { products: byId(products), prices: byId(prices), schedules, given };
}

const itemOf = ({ items }: Stripe.Subscription) => {
  const [item] = items.data;
  if (!item) throw new Error("A subscription without an item.");
  return item;
};

function describe(subscription: Stripe.Subscription, { products }: PlanBooks): Sold | null {
  const { price } = itemOf(subscription);
  const product = products.get(typeof price.product === "string" ? price.product : price.product.id);
  const isPlan = product?.metadata["kind"] === "plan";
  const trialing = subscription.status === "trialing";
  if (!trialing && twelfthsOf(subscription) === 0n) return null;
  return {
    planKey: isPlan ? product.id.replace(/^quickscale_/, "") : null,
    planName: isPlan ? product.name : "Unknown plan",
    interval: price.recurring?.interval === "year" ? "year" : "month",
    state: trialing ? "trialing" : "paying",
    currency: price.currency,
  };
}

type Share = Sold & { people: number; twelfths: bigint };
const nameOf = ({ planKey, interval, state, currency }: Sold) => [planKey, interval, state, currency].join();

function sharesAt(books: { stripe: StripeBooks; plans: PlanBooks }, toDay: ToDay, day: Day) {
  const shares = new Map<string, Share>();
  const add = (sold: Sold, twelfths: bigint) => {
    const known = shares.get(nameOf(sold)) ?? { ...sold, people: 0, twelfths: 0n };
    shares.set(nameOf(sold), { ...known, people: known.people + 1, twelfths: known.twelfths + twelfths });
  };
  for (const { subscription } of stateAt(books.stripe.snapshots, toDay, day)) {
    const sold = describe(subscription, books.plans);
    if (sold) add(sold, twelfthsOf(subscription));
  }
  for (const { key, name, starts, ends } of books.plans.given)
    if (toDay(starts) <= day && toDay(ends) > day)
      add({ planKey: key, planName: name, interval: null, state: "complimentary", currency: null }, 0n);
  return shares;
}

/** Who has which plan at the end of a day, and had at the end of another, in no order. */
export function planSharesOf(
  books: { stripe: StripeBooks; plans: PlanBooks },
  toDay: ToDay,
  { day, before }: { day: Day; before: Day | null },
): PlanShare[] {
  const now = sharesAt(books, toDay, day);
  const then = before ? sharesAt(books, toDay, before) : null;
  const gone = [...(then?.values() ?? [])].filter((share) => !now.has(nameOf(share)));
  return [...now.values(), ...gone.map((share) => ({ ...share, people: 0, twelfths: 0n }))].map(
    ({ twelfths, ...share }) => ({
      ...share,
      mrrMinor: fromTwelfths(twelfths),
      peopleBefore: then && (then.get(nameOf(share))?.people ?? 0),
    }),
  );
}

/** What a schedule makes of it at the end of the period, or what it is. */
function nextPriceOf(subscription: Stripe.Subscription, { schedules, prices }: PlanBooks): Stripe.Price {
  const { price, current_period_end: end } = itemOf(subscription);
  const schedule = schedules.find(({ id, status }) => id === subscription.schedule && status === "active");
  const next = schedule?.phases.find(({ start_date }) => start_date === end)?.items[0]?.price;
  return prices.get(typeof next === "string" ? next : price.id) ?? price;
}

/** What Stripe will charge by itself in the days that come. */
export function renewalsOf(
  { stripe: { subscriptions }, plans }: { stripe: StripeBooks; plans: PlanBooks },
  now: Date,
): RenewalsDue[] {
  const due = new Map<string, RenewalsDue>();
  for (const subscription of subscriptions) {
    const { status, pause_collection, cancel_at_period_end, cancel_at } = subscription;
    const { current_period_end: end } = itemOf(subscription);
    const price = nextPriceOf(subscription, plans);
    const renews = status === "active" || status === "trialing";
    if (!renews || pause_collection || cancel_at_period_end || (cancel_at && cancel_at <= end)) continue;
    for (const days of [7, 30] as const) {
      const left = end - now.getTime() / 1_000;
      if (left <= 0 || left > days * 86_400) continue;
      const { currency } = price;
      const known = due.get(`${currency}${days}`) ?? { currency, days, renewals: 0, amountMinor: 0n };
      const amountMinor = known.amountMinor + BigInt(price.unit_amount ?? 0);
      due.set(`${currency}${days}`, { ...known, renewals: known.renewals + 1, amountMinor });
    }
  }
  return [...due.values()];
}
