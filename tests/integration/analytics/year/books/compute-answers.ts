import type { AnalyticsQuery, Compared, DayRange, Recurring, Services } from "@/lib/analytics/types";
import { describeServices } from "@/lib/services";
import type { Answers } from "../answers";
import { daysIn, partsOf, type ToDay } from "./calendar";
import { collectionsOf, currenciesOf, declinesOf, revenueOf } from "./money";
import type { Books } from "./open-books";
import { planSharesOf, renewalsOf } from "./plans";
import { creditsOf, outstandingOf } from "./read-ledger";
import { cohortsOf, peopleOf } from "./read-people";
import { recurringOf } from "./recurring";
import { serviceOf, servicePointsOf } from "./services";

function compare<Value>({ range, before }: AnalyticsQuery, of: (range: DayRange) => Value): Compared<Value> {
  return { now: of(range), before: before && of(before) };
}

function pointsOf<Value>({ range, bucket }: AnalyticsQuery, of: (range: DayRange) => Value) {
  return [...partsOf(range, bucket)].map(([day, part]) => ({ day, ...of(part) }));
}

/** Whether any figure of it is not 0. */
const says = (figures: object | null) =>
  Object.values(figures ?? {}).some((value) => value !== null && value !== 0n && value !== 0);
const saysAny = <Value extends object>({ now, before }: Compared<Value>) => says(now) || says(before);

function recurring(
  query: AnalyticsQuery,
  currency: string,
  { movementOf, figuresOf }: ReturnType<typeof recurringOf>,
): Recurring {
  const points = pointsOf(query, (part) => {
    const { mrrMinor, subscribers } = figuresOf(part);
    return { ...movementOf(part), mrrMinor, subscribers };
  });
  const figures = compare(query, figuresOf);
  return { currency, figures, movement: compare(query, movementOf), points };
}

function services({ runs }: Books, toDay: ToDay, query: AnalyticsQuery): Services {
  return {
    services: describeServices().map(({ slug, title, costPerRunMilli }) => {
      const { now, before } = compare(query, serviceOf(runs, toDay, slug));
      const { succeeded, failed, timedOut, creditsMilli } = now;
      const ended = BigInt(succeeded + failed + timedOut);
      const costMilli = costPerRunMilli === null ? null : costPerRunMilli * ended;
      const margin =
        costMilli === null || creditsMilli === 0n
          ? null
          : Number(creditsMilli - costMilli) / Number(creditsMilli);
      const then = {
        runsBefore: before && before.runs,
        creditsMilliBefore: before && before.creditsMilli,
      };
      return { ...now, title, costMilli, margin, ...then };
    }),
    points: servicePointsOf(runs, toDay, query),
  };
}

/** What analytics has to say in a zone, from the books alone. */
export function answersIn(books: Books, zone: string): (query: AnalyticsQuery) => Answers {
  const toDay = daysIn(zone);
  const { stripe, ledger, now } = books;
  const today = toDay(now);
  const people = peopleOf(books, stripe.paid, toDay);
  const credits = creditsOf(ledger, toDay);
  const ofCurrencies = currenciesOf(stripe).map((currency) => ({
    currency,
    revenueIn: revenueOf(stripe, toDay, currency),
    collectedIn: collectionsOf(stripe, toDay, currency),
    plans: recurringOf(stripe, toDay, currency),
  }));

  return (query) => {
    const { range, before } = query;
    const untilToday = { from: range.from, to: range.to < today ? range.to : today };
    return {
      revenue: ofCurrencies
        .map(({ currency, revenueIn }) => {
          return { currency, totals: compare(query, revenueIn), points: pointsOf(query, revenueIn) };
        })
        .filter(({ totals }) => saysAny(totals)),
      recurring: ofCurrencies
        .map(({ currency, plans }) => recurring(query, currency, plans))
        .filter(({ figures, movement }) => saysAny(figures) || saysAny(movement)),
      people: {
        figures: compare(query, people),
        points: pointsOf(query, (part) => {
          const { signedUp, verified, deleted, total, active } = people(part);
          return { signedUp, verified, deleted, total, active };
        }),
      },
      plans: planSharesOf(books, toDay, { day: range.to, before: before?.to ?? null }),
      services: services(books, toDay, query),
      credits: {
        figures: compare(query, credits),
        points: pointsOf(query, credits),
        outstanding: outstandingOf(ledger, toDay, range.to),
      },
      collections: {
        collections: ofCurrencies
          .map(({ currency, collectedIn }) => {
            const figures = compare(query, collectedIn);
            return { currency, figures, points: pointsOf(query, collectedIn) };
          })
          .filter(({ figures }) => saysAny(figures)),
        declines: declinesOf(stripe, toDay, range),
        renewals: renewalsOf(books, now),
      },
      active: { of: "active", cohorts: cohortsOf(books, books.runs, { toDay, range: untilToday }) },
      payers: { of: "payers", cohorts: cohortsOf(books, stripe.paid, { toDay, range: untilToday }) },
    };
  };
}
