import { CreditAmount } from "./credit-amount";
import { kindStyles } from "./credit-kind";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { type Lot } from "@/lib/credits/types";

import { LotExpiry } from "./lot-story";
import { lotTitle } from "./lot-title";

const shown = 4;

/** The next credits to go, in the order in which a run takes them. */
export function BurnOrder({ lots }: { lots: readonly Lot[] }) {
  const spendable = lots.filter((lot) => lot.spendableMilli > 0n);
  const rest = spendable.length - shown;
  return (
    <Card aria-labelledby="burn-order">
      <CardHeader
        id="burn-order"
        title="What is used first"
        description="Subscription credits, then what expires soonest, then the oldest."
      />
      <CardBody>
        {spendable.length === 0 ? <p className="text-ink-muted">There is nothing to use yet.</p> : null}
        <ol className="flex flex-col gap-3">
          {spendable.slice(0, shown).map((lot, index) => (
            <li key={lot.no} className="flex items-start gap-3">
              <span aria-hidden="true" data-figures className="w-3 text-ink-muted">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden="true"
                    className={cn("size-2 shrink-0 rounded-full", kindStyles[lot.kind].dot)}
                  />
                  <span className="truncate font-medium">{lotTitle(lot)}</span>
                </span>
                <span className="block text-[0.8125rem] text-ink-muted">
                  {kindStyles[lot.kind].label}, <LotExpiry lot={lot} />
                </span>
              </span>
              <CreditAmount creditsMilli={lot.spendableMilli} className="font-medium" />
            </li>
          ))}
        </ol>
        {rest > 0 ? (
          <p className="mt-3 text-[0.8125rem] text-ink-muted">and {rest} more after these</p>
        ) : null}
      </CardBody>
    </Card>
  );
}
