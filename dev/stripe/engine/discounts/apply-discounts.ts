/** What a discount takes off, without how it came to be. */
export interface Reduction {
  discount: string;
  percentOff: number | null;
  amountOff: number | null;
  /** Only lines of these products; null: of every product. */
  products: string[] | null;
}

export interface DiscountableLine {
  amount: number;
  discountable: boolean;
  product: string | null;
  /** Reductions of this line alone, which come before those of the whole. */
  own: Reduction[];
}

export interface Taken {
  amount: number;
  discount: string;
}

/**
 * What each line loses to which discount. They come one after the other, each of what the ones before have left;
 * the whole is rounded half up, then split over the lines without losing a cent.
 * https://docs.stripe.com/billing/subscriptions/coupons#stacking
 */
export function applyDiscounts(lines: DiscountableLine[], reductions: Reduction[]): Taken[][] {
  const left = lines.map(({ amount }) => amount);
  const taken: Taken[][] = lines.map(() => []);
  const apply = (reduction: Reduction, places: number[]): void => {
    const shares = sharesOf(
      reduction,
      places.map((place) => left[place] ?? 0),
    );
    places.forEach((place, index) => {
      const amount = shares[index] ?? 0;
      left[place] = (left[place] ?? 0) - amount;
      taken[place]?.push({ amount, discount: reduction.discount });
    });
  };
  lines.forEach((line, place) => {
    if (line.discountable) for (const reduction of line.own) apply(reduction, [place]);
  });
  for (const reduction of reductions) apply(reduction, placesOf(lines, reduction.products));
  return taken;
}

function placesOf(lines: DiscountableLine[], products: string[] | null): number[] {
  return lines.flatMap(({ discountable, product }, place) =>
    discountable && (products === null || (product !== null && products.includes(product))) ? [place] : [],
  );
}

function sharesOf({ percentOff, amountOff }: Reduction, amounts: number[]): number[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (percentOff !== null) return split(Math.round((sum * percentOff) / 100), amounts);
  const wanted = Math.min(amountOff ?? 0, Math.max(sum, 0));
  return split(wanted, amounts);
}

/** By the size of the lines; the cents that rounding down leaves go to the lines that lost most of one. */
function split(total: number, amounts: number[]): number[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (sum === 0 || total === 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (total * amount) / sum);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((all, share) => all + share, 0);
  const byLoss = exact
    .map((value, place) => ({ place, loss: value - Math.floor(value) }))
    .toSorted((a, b) => b.loss - a.loss || a.place - b.place);
  for (const { place } of byLoss.slice(0, rest)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}
