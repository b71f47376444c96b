import { addDays, addMonths, startOfMonth } from "@/components/ranges/days";
import type { QuotaKind, QuotaMeter } from "@/lib/quotas/types";
import { findRunOut, learnPace, projectUse, startOfDay } from "@/lib/usage";
import type { Usage, UsageDay, UsageKind } from "@/lib/usage/types";

type Pace = Extract<ReturnType<typeof learnPace>, { known: true }>;
export type ExpectedUse = ReturnType<typeof projectUse>;
export type RunOut = ReturnType<typeof findRunOut>;

/** What lies ahead of a limit or of a balance; null where there is too little to say. */
export interface Expectation {
  /** Use to the end of the period, what was used before included. */
  use: ExpectedUse;
  until: Date;
  /** Null where nothing can run out. */
  runOut: RunOut | null;
}

type Past = Pick<Usage, "zone" | "today" | "days">;

/** Which use fills which limit of a month. A day and a minute are over too soon to be foreseen. */
const filledBy: Readonly<Partial<Record<QuotaKind, UsageKind>>> = {
  runs_per_month: "run",
  api_calls_per_month: "api_call",
};

export const isForeseen = (kind: QuotaKind): boolean => filledBy[kind] !== undefined;

/** Days without use count from the first use in these days on: what began lately is not thinned by the time before. */
function paceOf({ days, today }: Past, amountOf: (day: UsageDay) => number): Pace | null {
  const uses = days
    .map((day) => ({ day: day.day, amount: amountOf(day) }))
    .filter(({ amount }) => amount > 0);
  const pace = learnPace(uses, { today, firstDay: uses[0]?.day ?? null });
  return pace.known ? pace : null;
}

const plus = ({ expected, low, high }: ExpectedUse, used: number): ExpectedUse => ({
  ...{ expected: expected + used, low: low + used, high: high + used },
});

/** How much of a month's limit will be used by its end, and when it is reached. */
export function expectMeter(meter: QuotaMeter, past: Past, now: Date): Expectation | null {
  const { kind, limit, resetsAt: until } = meter;
  const filler = filledBy[kind];
  const pace = filler && paceOf(past, (day) => (day.kind === filler ? day.events : 0));
  if (!pace || !until) return null;
  const horizon = { zone: past.zone, now, until };
  const left = limit === null ? 0 : Number(limit - meter.used);
  return {
    ...{ use: plus(projectUse(pace, horizon), Number(meter.used)), until },
    runOut: left > 0 ? findRunOut(pace, { ...horizon, left }) : null,
  };
}

/** Farther ahead nothing is said of a balance. */
const daysAhead = 90;

/** How many credits will be used by the end of the month, and when what is there now is used up. */
export function expectBalance(
  totalMilli: bigint,
  past: Past,
  now: Date,
): (Expectation & { ahead: string }) | null {
  const pace = paceOf(past, ({ costMilli }) => Number(costMilli) / 1000);
  if (!pace) return null;
  const { zone, today } = past;
  const until = new Date(startOfDay(addMonths(startOfMonth(today), 1), zone));
  const ahead = addDays(today, daysAhead);
  const left = Number(totalMilli) / 1000;
  const far = { zone, now, until: new Date(startOfDay(ahead, zone)), left };
  return {
    ...{ use: projectUse(pace, { zone, now, until }), until, ahead },
    runOut: left > 0 ? findRunOut(pace, far) : null,
  };
}
