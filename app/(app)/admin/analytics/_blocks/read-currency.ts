import { cache } from "react";
import type { AppContext } from "@/lib/context";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import { plans } from "@/lib/catalog/catalog";
import { readCollections, readRecurring, readRevenue } from "./read";

interface CurrencyChoice {
  currency: string;
  /** All that there is money in, by name. */
  currencies: readonly string[];
  /** What was asked for where there is no money in it. */
  missing: string | null;
}

const usual = plans[0].prices.month.currency;

/** Each currency is shown by itself: which one, of which. */
export const readCurrency = cache(
  async (ctx: AppContext, query: AnalyticsQuery, wanted: string): Promise<CurrencyChoice> => {
    const [revenue, recurring, { collections }] = await Promise.all([
      readRevenue(ctx, query),
      readRecurring(ctx, query),
      readCollections(ctx, query),
    ]);
    return chooseCurrency(
      [...revenue, ...recurring, ...collections].map(({ currency }) => currency),
      wanted,
    );
  },
);

export function chooseCurrency(found: readonly string[], wanted: string): CurrencyChoice {
  const currencies = [...new Set(found.length > 0 ? found : [usual])].sort();
  const asked = wanted.trim().toLowerCase();
  if (currencies.includes(asked)) return { currency: asked, currencies, missing: null };
  const currency = currencies.includes(usual) ? usual : (currencies[0] ?? usual);
  return { currency, currencies, missing: asked === "" ? null : asked.slice(0, 12).toUpperCase() };
}
