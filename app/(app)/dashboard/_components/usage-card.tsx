import { type ChartPoint } from "@/components/charts/chart-point";
import { StepChart } from "@/components/charts/step-chart";
import { Card, CardBody } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { type Entry } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

import { periodDays, type UsageSummary } from "../summarise-usage";

type UsageCardProps = { usage: UsageSummary; entries: readonly Entry[]; now: Date };

/** How the balance went, with what was used beside the same span before. */
export function UsageCard({ usage, entries, now }: UsageCardProps) {
  const points = entries.toReversed().map((entry) => toPoint(entry.at, entry));
  if (entries[0]) points.push(toPoint(now, entries[0]));
  const change = toChange(usage.changePercent);
  return (
    <Card aria-label="Usage">
      <CardBody>
        {usage.usedMilli === null ? null : (
          <Figure
            label={`Used in the last ${periodDays} days`}
            value={formatCredits(usage.usedMilli)}
            {...(change ? { change } : {})}
          />
        )}
        <div className="mt-5">
          <StepChart label="Balance after each movement" unit="credits" points={points} />
        </div>
      </CardBody>
    </Card>
  );
}

function toChange(percent: number | null): React.ComponentProps<typeof Figure>["change"] {
  if (percent === null) return undefined;
  const span = `the ${periodDays} days before`;
  if (percent === 0) return { direction: "level", text: `As much as in ${span}` };
  return percent > 0
    ? { direction: "up", text: `${percent} % more than in ${span}` }
    : { direction: "down", text: `${-percent} % less than in ${span}` };
}

function toPoint(at: Date, { balanceAfterMilli }: Pick<Entry, "balanceAfterMilli">): ChartPoint {
  return { at: at.toISOString(), value: Number(balanceAfterMilli) / 1000 };
}
