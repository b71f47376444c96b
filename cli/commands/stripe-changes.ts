import type { CatalogChange } from "@/lib/catalog";
import { formatMoney } from "@/lib/shared/format";

type PriceChange = Extract<CatalogChange, { type: "create_price" }>;
type Amount = { amountMinor: bigint | null; currency: string; interval: string | null };

function describeAmount({ amountMinor, currency, interval }: Amount): string {
  if (amountMinor === null) return "no fixed amount";
  return `${formatMoney(amountMinor, currency)}${interval ? ` a ${interval}` : ""}`;
}

function describePrice({ price, replaces }: PriceChange): string {
  const wanted = describeAmount(price);
  if (!replaces) return `+ price ${price.lookupKey}: ${wanted}`;
  return `~ price ${price.lookupKey}: ${describeAmount(replaces)} -> ${wanted}`;
}

/** One line per difference between the catalogue and Stripe: `+` is new there, `~` replaces what is there. */
export function describeChange(change: CatalogChange): string {
  switch (change.type) {
    case "create_product":
      return `+ product ${change.product.name}`;
    case "update_product":
      return `~ product ${change.product.name}: ${change.fields.join(", ")}`;
    case "create_price":
      return describePrice(change);
  }
}
