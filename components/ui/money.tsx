import { formatMoney } from "@/lib/shared/format";

type MoneyProps = { amountMinor: bigint; currency: string; className?: string };

export function Money({ amountMinor, currency, className }: MoneyProps) {
  return (
    <span data-figures className={className}>
      {formatMoney(amountMinor, currency)}
    </span>
  );
}
