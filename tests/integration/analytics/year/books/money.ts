import type { CollectionFigures, DayRange, DeclineReason, RevenueFigures } from "@/lib/analytics/types";
import { isIn, type ToDay } from "./calendar";
import type { Movement, StripeBooks } from "./read-stripe";

const sum = (movements: readonly Movement[]) => movements.reduce((total, { amount }) => total + amount, 0n);

/** Currencies that any money ever moved in. */
export const currenciesOf = ({ collected, paid }: StripeBooks): string[] =>
  [...new Set([...collected, ...paid].map(({ currency }) => currency))].sort();

export function revenueOf(books: StripeBooks, toDay: ToDay, currency: string) {
  const of = (movements: readonly Movement[], range: DayRange) =>
    movements.filter((one) => one.currency === currency && isIn(toDay(one.at), range));
  return (range: DayRange): RevenueFigures => {
    const paid = of(books.paid, range);
    const [refunded, lost] = [of(books.refunded, range), of(books.lost, range)];
    const plans = sum(paid.filter(({ kind }) => kind === "subscription"));
    return {
      ...{ grossMinor: sum(paid), subscriptionMinor: plans, packsMinor: sum(paid) - plans },
      ...{ refundsMinor: sum(refunded), disputesMinor: sum(lost) },
      netMinor: sum(paid) - sum(refunded) - sum(lost),
      ...{ payments: paid.length, refunds: refunded.length, disputes: lost.length },
    };
  };
}

/** Payments whose first try was refused, by that try; recovered, if any later one was not. */
export function collectionsOf({ collected }: StripeBooks, toDay: ToDay, currency: string) {
  return (range: DayRange): CollectionFigures => {
    const failed = collected.filter(
      ({ tries: [first], ...one }) =>
        one.currency === currency && first?.refused && isIn(toDay(first.at), range),
    );
    const recovered = failed.filter(({ tries }) => tries.some(({ refused }) => refused === null));
    return {
      ...{ failedPayments: failed.length, failedMinor: sum(failed) },
      ...{ recoveredPayments: recovered.length, recoveredMinor: sum(recovered) },
    };
  };
}

/** Every refused try, by what the bank said. */
export function declinesOf({ collected }: StripeBooks, toDay: ToDay, range: DayRange): DeclineReason[] {
  const counts = new Map<string, number>();
  const tries = collected.flatMap((one) => one.tries.filter(({ at }) => isIn(toDay(at), range)));
  for (const { refused } of tries) if (refused) counts.set(refused, (counts.get(refused) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, tries: count }));
}
