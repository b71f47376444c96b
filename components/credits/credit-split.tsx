import { cn } from "@/components/ui/cn";
import { formatCredits } from "@/lib/shared/format";

import { kindStyles } from "./credit-kind";
import { type SpendableBalance } from "./spendable-balance";

type CreditSplitProps = {
  balance: Omit<SpendableBalance, "totalMilli">;
  /** The amounts under the bar, each beside its hue. */
  legend?: boolean;
  className?: string;
};

/** One bar, two hues: subscription credits first, because they are spent first. */
export function CreditSplit({ balance, legend = true, className }: CreditSplitProps) {
  const parts = [
    { kind: "subscription" as const, milli: balance.subscriptionMilli },
    { kind: "payg" as const, milli: balance.paygMilli },
  ];
  const held = parts.filter((part) => part.milli > 0n);
  return (
    <div className={className}>
      <div aria-hidden="true" className="flex h-2 w-full gap-0.5 overflow-hidden rounded-full bg-hover">
        {held.map(({ kind, milli }) => (
          <span
            key={kind}
            className={cn("h-full rounded-[2px]", kindStyles[kind].dot)}
            style={{ flexGrow: Number(milli) }}
          />
        ))}
      </div>
      {legend ? (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-[0.8125rem]">
          {parts.map(({ kind, milli }) => (
            <div key={kind} className="flex items-center gap-2">
              <dt className="flex items-center gap-2 text-ink-muted">
                <span aria-hidden="true" className={cn("size-2 rounded-full", kindStyles[kind].dot)} />
                {kindStyles[kind].label}
              </dt>
              <dd data-figures className="font-medium">
                {formatCredits(milli)}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
