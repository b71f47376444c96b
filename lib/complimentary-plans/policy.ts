import { addMonths } from "@/lib/shared/add-months";

/** A complimentary plan as far as its months depend on it. */
export interface Terms {
  startsAt: Date;
  endsAt: Date;
  monthlyMilli: bigint;
}

interface Period {
  /** From 0. */
  number: number;
  startsAt: Date;
  endsAt: Date;
  creditsMilli: bigint;
}

/**
 * A month of the plan, counted from its beginning; null once it is over. The last one ends with the plan and brings its
 * share of a month's credits, rounded down.
 */
export function periodOf({ startsAt, endsAt, monthlyMilli }: Terms, number: number): Period | null {
  const from = addMonths(startsAt, number);
  if (from >= endsAt) return null;
  const whole = addMonths(startsAt, number + 1);
  if (whole <= endsAt) return { number, startsAt: from, endsAt: whole, creditsMilli: monthlyMilli };
  const share = BigInt(endsAt.getTime() - from.getTime());
  const month = BigInt(whole.getTime() - from.getTime());
  return { number, startsAt: from, endsAt, creditsMilli: (monthlyMilli * share) / month };
}

interface Due {
  /** Those to grant now, oldest first. */
  grants: Period[];
  /** How many months have begun. */
  begun: number;
  /** When to look again: the next month begins then, or the plan ends. */
  dueAt: Date;
}

/**
 * What a plan owes at an instant, of which so many months were granted before: the month that runs, if it was not
 * granted yet. Months that are over by now would bring credits that have expired; they are passed over.
 */
export function findDue(terms: Terms, granted: number, now: Date): Due {
  const grants: Period[] = [];
  for (let number = granted; ; number += 1) {
    const period = periodOf(terms, number);
    if (!period) return { grants, begun: number, dueAt: terms.endsAt };
    if (period.startsAt > now) return { grants, begun: number, dueAt: period.startsAt };
    if (period.endsAt > now && period.creditsMilli > 0n) grants.push(period);
  }
}

/** Names a month's grant: once for ever, whoever asks for it. */
export const periodKey = (planId: string, number: number) => `comp:${planId}:${number}`;

/** Longer is a mistake, or a decision that deserves to be made anew. */
export const longestMs = 2 * 366 * 24 * 60 * 60 * 1000;
