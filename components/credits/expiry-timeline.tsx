import { CreditAmount } from "./credit-amount";
import { kindStyles } from "./credit-kind";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/date-time";
import { type Expiry } from "@/lib/credits/types";

import { daysUntil } from "./days-until";

type ExpiryTimelineProps = { expiries: readonly Expiry[]; now: Date };

const shown = 6;

/** What will lapse when, if it is not used before. */
export function ExpiryTimeline({ expiries, now }: ExpiryTimelineProps) {
  return (
    <Card aria-labelledby="expiry">
      <CardHeader id="expiry" title="What expires when" description="Unless you use it before." />
      <CardBody>
        {expiries.length === 0 ? (
          <p className="text-ink-muted">Nothing. The credits you have stay until you use them.</p>
        ) : (
          <ol className="relative flex flex-col gap-5 before:absolute before:top-2 before:bottom-2 before:left-[5px] before:w-px before:bg-line">
            {expiries.slice(0, shown).map((expiry) => (
              <li key={`${expiry.at.toISOString()} ${expiry.kind}`} className="flex items-start gap-4">
                <span
                  aria-hidden="true"
                  className={cn(
                    "relative mt-1 size-[11px] shrink-0 rounded-full border-2 border-surface",
                    kindStyles[expiry.kind].dot,
                  )}
                />
                <span className="min-w-0 flex-1">
                  <DateTime value={expiry.at} className="block font-medium" />
                  <span className="block text-[0.8125rem] text-ink-muted">
                    {daysUntil(now, expiry.at)} · {kindStyles[expiry.kind].label}
                  </span>
                </span>
                <CreditAmount creditsMilli={expiry.creditsMilli} className="font-medium" />
              </li>
            ))}
          </ol>
        )}
      </CardBody>
    </Card>
  );
}
