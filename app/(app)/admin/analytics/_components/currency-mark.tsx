import Link from "next/link";
import type { BlockProps } from "../_blocks/block-props";
import { readCurrency } from "../_blocks/read-currency";
import { toAnalyticsHref } from "../search-params";

/** Which currency the money of a block is of, and where the others are. */
export async function CurrencyMark({ ctx, query, search }: BlockProps) {
  const { currency, currencies } = await readCurrency(ctx, query, search.currency);
  return (
    <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-muted">
      In {currency.toUpperCase()}
      {currencies
        .filter((other) => other !== currency)
        .map((other) => (
          <Link
            key={other}
            href={toAnalyticsHref({ ...search, currency: other })}
            prefetch={false}
            scroll={false}
            className="text-accent-ink underline underline-offset-4 print:hidden"
          >
            See {other.toUpperCase()}
          </Link>
        ))}
    </p>
  );
}
