import type { CatalogItem, CatalogPrice, Pack } from "./types";

/** What one credit costs, in hundred-thousandths of a minor unit, so that $0.0417 keeps its digits. */
const precision = 100_000n;

/** Price of one credit in minor units (cents for USD), with fractions. For display only. */
export function pricePerCreditMinor(amountMinor: bigint, credits: number): number {
  return Number((amountMinor * precision) / BigInt(credits)) / Number(precision);
}

/** Whole percent saved per credit against the `base` pack; 0 for the base itself and for dearer packs. */
export function savingPercent(
  pack: Pick<Pack, "credits" | "price">,
  base: Pick<Pack, "credits" | "price">,
): number {
  const atBasePrice = base.price.amountMinor * BigInt(pack.credits);
  const saved = atBasePrice - pack.price.amountMinor * BigInt(base.credits);
  if (saved <= 0n) return 0;
  return Number((saved * 100n) / atBasePrice);
}

/** Whole percent a year costs less than twelve months. */
export function yearlySavingPercent(month: CatalogPrice, year: CatalogPrice): number {
  const twelveMonths = month.amountMinor * 12n;
  if (year.amountMinor >= twelveMonths) return 0;
  return Number(((twelveMonths - year.amountMinor) * 100n) / twelveMonths);
}

/** The prices under which an item is sold, with the interval that each bills. */
export function pricesOf(item: CatalogItem): { price: CatalogPrice; interval: "month" | "year" | null }[] {
  if (item.kind === "pack") return [{ price: item.price, interval: null }];
  return [
    { price: item.prices.month, interval: "month" },
    { price: item.prices.year, interval: "year" },
  ];
}

/** Credits that one payment of a pack, or one month of a plan, brings. */
export function creditsOf(item: CatalogItem): number {
  return item.kind === "pack" ? item.credits : item.creditsPerMonth;
}
