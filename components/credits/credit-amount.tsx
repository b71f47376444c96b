import { cn } from "@/components/ui/cn";
import { formatCredits } from "@/lib/shared/format";

type CreditAmountProps = {
  creditsMilli: bigint;
  /** With a plus or minus and its colour, for entries of a history. */
  signed?: boolean;
  unit?: boolean;
  className?: string;
};

export function CreditAmount({ creditsMilli, signed = false, unit = false, className }: CreditAmountProps) {
  const gained = signed && creditsMilli > 0n;
  const word = creditsMilli === 1000n || creditsMilli === -1000n ? "credit" : "credits";
  return (
    <span data-figures className={cn("whitespace-nowrap", gained && "text-positive", className)}>
      {gained ? "+" : ""}
      {formatCredits(creditsMilli)}
      {unit ? ` ${word}` : ""}
    </span>
  );
}
