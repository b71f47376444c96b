import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { BillingInterval } from "@/lib/catalog/types";
import { intervals, toPlansHref } from "../search-params";

const labels: Readonly<Record<BillingInterval, string>> = { month: "Monthly", year: "Yearly" };

interface IntervalSwitchProps {
  chosen: BillingInterval;
  /** Whole percent that a year saves. */
  saving: number;
}

/** Two links: the choice is in the address, and works without a script. */
export function IntervalSwitch({ chosen, saving }: IntervalSwitchProps) {
  return (
    <nav
      aria-label="Billing interval"
      className="inline-flex rounded-md border border-line bg-sunken p-0.5 text-sm font-medium"
    >
      {intervals.map((interval) => (
        <Link
          key={interval}
          href={toPlansHref({ interval })}
          replace
          scroll={false}
          aria-current={interval === chosen ? "true" : undefined}
          className={cn(
            "flex h-8 items-center gap-2 rounded-sm px-3",
            interval === chosen ? "bg-surface text-ink shadow-flat" : "text-ink-muted hover:text-ink",
          )}
        >
          {labels[interval]}
          {interval === "year" && saving > 0 ? (
            <span className="text-credit-subscription-ink">save {saving} %</span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
