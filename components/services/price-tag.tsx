import { CreditAmount } from "@/components/credits/credit-amount";
import type { ServicePrice } from "@/lib/services/types";

export function PriceTag({ price }: { price: ServicePrice | null }) {
  if (!price) return <span className="font-semibold text-ink">Free</span>;
  return (
    <span className="text-ink-muted">
      <CreditAmount creditsMilli={price.creditsMilli} unit className="font-semibold text-ink" /> per{" "}
      {price.per}
    </span>
  );
}
