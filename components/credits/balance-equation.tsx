import { cn } from "@/components/ui/cn";
import { type LotTotals } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

type Term = { label: string; sign: "" | "−" | "="; milli: bigint };

/** Granted less all that became of it is the balance, to the thousandth of a credit. Terms of zero are left out. */
export function BalanceEquation({ totals }: { totals: LotTotals }) {
  const losses: Term[] = [
    { label: "Used", sign: "−", milli: totals.spentMilli },
    { label: "Expired", sign: "−", milli: totals.expiredMilli },
    { label: "Taken back", sign: "−", milli: totals.clawedBackMilli },
    { label: "Settled what you owed", sign: "−", milli: totals.toDebtMilli },
    { label: "Set aside for runs", sign: "−", milli: totals.heldMilli },
    { label: "Blocked by a dispute", sign: "−", milli: totals.frozenMilli },
    { label: "Not yet valid", sign: "−", milli: totals.upcomingMilli },
  ];
  const terms: Term[] = [
    { label: "Came in", sign: "", milli: totals.grantedMilli },
    ...losses.filter((term) => term.milli > 0n),
    { label: "Your balance", sign: "=", milli: totals.spendableMilli },
  ];
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-3">
      {terms.map(({ label, sign, milli }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
          <dd data-figures className={cn("text-lg", sign === "=" ? "font-semibold" : "font-medium")}>
            {sign ? <span className="mr-1.5 font-normal text-ink-muted">{sign}</span> : null}
            {formatCredits(milli)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
