import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import type { PackForSale } from "@/lib/catalog/types";
import { formatUnitPrice } from "@/lib/shared/format";
import { BuyForm } from "./buy-form";

interface PackCardProps {
  pack: PackForSale;
  pricePerCreditMinor: number;
  savingPercent: number;
  /** The pack with the lowest price per credit. */
  best: boolean;
}

export function PackCard({ pack, pricePerCreditMinor, savingPercent, best }: PackCardProps) {
  const credits = pack.credits.toLocaleString("en-US");
  return (
    <li
      className={cn(
        "flex min-w-0 flex-col rounded-lg border bg-surface p-6",
        best ? "border-credit-payg" : "border-line",
      )}
    >
      <div className="flex min-h-6 items-center justify-between gap-3">
        <p className="flex items-center gap-2 text-ink-muted">
          <span aria-hidden="true" className="size-2 rounded-full bg-credit-payg" />
          Pay-as-you-go
        </p>
        {savingPercent > 0 ? <Badge tone="payg">Save {savingPercent} %</Badge> : null}
      </div>
      <h2 className="mt-5 flex items-baseline gap-2">
        <span data-figures className="text-4xl tracking-tight">
          {credits}
        </span>
        <span className="text-sm font-normal text-ink-muted">credits</span>
      </h2>
      <p className="mt-4 flex items-baseline justify-between gap-3 border-t border-line pt-4">
        <Money
          amountMinor={pack.price.amountMinor}
          currency={pack.price.currency}
          className="text-lg font-semibold"
        />
        <span data-figures className="text-[0.8125rem] text-ink-muted">
          {formatUnitPrice(pricePerCreditMinor, pack.price.currency)} per credit
        </span>
      </p>
      <div className="mt-auto pt-6">
        <BuyForm
          lookupKey={pack.price.lookupKey}
          label={`Buy ${credits} credits`}
          variant={best ? "primary" : "secondary"}
        />
      </div>
    </li>
  );
}
