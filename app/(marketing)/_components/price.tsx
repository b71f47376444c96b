import { cn } from "@/components/ui/cn";
import { type CatalogPrice } from "@/lib/catalog/types";
import { formatMoney } from "@/lib/shared/format";

type PriceProps = { price: Pick<CatalogPrice, "amountMinor" | "currency">; per?: string; className?: string };

/** Whole amounts lose their ".00": a price list is read, not added up. */
export function Price({ price, per, className }: PriceProps) {
  return (
    <p data-figures className={cn("flex items-baseline gap-1.5", className)}>
      <span className="text-4xl font-semibold tracking-tight">
        {formatMoney(price.amountMinor, price.currency).replace(/\.00$/, "")}
      </span>
      {per ? <span className="text-sm text-ink-muted">{per}</span> : null}
    </p>
  );
}
