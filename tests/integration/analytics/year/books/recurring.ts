import type Stripe from "stripe";
import type { Day, DayRange, Movement, RecurringFigures } from "@/lib/analytics/types";
import { dayAfter, daysOf, type ToDay } from "./calendar";
import type { Snapshot, StripeBooks } from "./read-stripe";

/** Twelfths of minor units a month, by person. */
type Mrr = ReadonlyMap<string, bigint>;

/** Rounded to whole minor units, halves up. */
export const fromTwelfths = (twelfths: bigint): bigint => (2n * twelfths + 12n) / 24n;

const first = (subscription: Stripe.Subscription) => {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`${subscription.id} has no item.`);
  return item;
};

/** What it is worth a month: nothing in trial, while it is paused, or once nobody waits for its money any more. */
export function twelfthsOf(subscription: Stripe.Subscription): bigint {
  const counts = subscription.status === "active" || subscription.status === "past_due";
  if (!counts || subscription.pause_collection) return 0n;
  const { price, quantity } = first(subscription);
  const amount = BigInt(price.unit_amount ?? 0) * BigInt(quantity ?? 1);
  return price.recurring?.interval === "year" ? amount : 12n * amount;
}

/** How every subscription was at the end of a day. */
export function stateAt(snapshots: readonly Snapshot[], toDay: ToDay, day: Day): Snapshot[] {
  const latest = new Map<string, Snapshot>();
  for (const snapshot of snapshots) if (toDay(snapshot.at) <= day) latest.set(snapshot.id, snapshot);
  return [...latest.values()];
}

const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);

interface Moved {
  people: number;
  twelfths: bigint;
}
const kinds = ["new", "expansion", "contraction", "churn", "reactivation"] as const;
type Kind = (typeof kinds)[number];

function kindOf(before: bigint, after: bigint, hasPaidBefore: boolean): Kind {
  if (before === 0n) return hasPaidBefore ? "reactivation" : "new";
  if (after === 0n) return "churn";
  return after > before ? "expansion" : "contraction";
}

/** Recurring revenue of one currency from Stripe's own events, day by day. */
export function recurringOf({ snapshots }: StripeBooks, toDay: ToDay, currency: string) {
  const own = snapshots.filter(({ subscription }) => first(subscription).price.currency === currency);
  const known = new Map<Day, Mrr>();

  function mrrAt(day: Day): Mrr {
    const found = known.get(day);
    if (found) return found;
    const people = new Map<string, bigint>();
    for (const { person, subscription } of stateAt(own, toDay, day)) {
      const twelfths = twelfthsOf(subscription);
      if (twelfths > 0n) people.set(person, (people.get(person) ?? 0n) + twelfths);
    }
    known.set(day, people);
    return people;
  }

  const hasPaidBefore = (person: string, day: Day) =>
    own.some((one) => one.person === person && toDay(one.at) < day && twelfthsOf(one.subscription) > 0n);

  function movementOf(range: DayRange): Movement {
    const moved = new Map<Kind, Moved>();
    for (const day of daysOf(range)) {
      const [before, after] = [mrrAt(dayAfter(day, -1)), mrrAt(day)];
      for (const person of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(person) ?? 0n, after.get(person) ?? 0n];
        if (was === is) continue;
        const kind = kindOf(was, is, hasPaidBefore(person, day));
        const { people, twelfths } = moved.get(kind) ?? { people: 0, twelfths: 0n };
        moved.set(kind, { people: people + 1, twelfths: twelfths + (is > was ? is - was : was - is) });
      }
    }
    const entries = kinds.flatMap((kind): [string, number | bigint][] => [
      [`${kind}Minor`, fromTwelfths(moved.get(kind)?.twelfths ?? 0n)],
      [`${kind}People`, moved.get(kind)?.people ?? 0],
    ]);
    return Object.fromEntries(entries) as unknown as Movement;
  }

  function figuresOf(range: DayRange): RecurringFigures {
    const atEnd = mrrAt(range.to);
    const subscribers = atEnd.size;
    const atStart = mrrAt(dayAfter(range.from, -1)).size;
    const { churnPeople } = movementOf(range);
    const months = daysOf(range).length / 30.4375;
    const churnRate = atStart === 0 ? null : churnPeople / atStart / months;
    const twelfths = sum(atEnd.values());
    const arpuMinor = subscribers === 0 ? null : BigInt(Math.round(Number(twelfths) / 12 / subscribers));
    return {
      ...{ mrrMinor: fromTwelfths(twelfths), subscribers, churnRate },
      arpuMinor,
      ltvMinor: arpuMinor === null || !churnRate ? null : BigInt(Math.round(Number(arpuMinor) / churnRate)),
    };
  }

  return { movementOf, figuresOf, mrrAt };
}
