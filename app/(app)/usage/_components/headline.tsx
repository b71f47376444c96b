import { Stat } from "@/components/charts/stat";
import { toStat } from "@/components/charts/to-stat";
import { Card } from "@/components/ui/card";
import type { UsageDay } from "@/lib/usage/types";
import { formatCount, formatCredits, formatShare } from "@/lib/shared/format";
import { successRate, totalOf } from "../_datasets/totals";
import { trendOf } from "../_datasets/trend";
import type { UsageRange } from "../_range/read-search";

type HeadlineProps = {
  asked: UsageRange;
  days: readonly UsageDay[];
  before: readonly UsageDay[];
  /** There was use to compare with. */
  compared: boolean;
};

/** The figures that lead, each with its change against as many days before. */
export function Headline({ asked, days, before, compared }: HeadlineProps) {
  const [now, then] = [totalOf(days), totalOf(before)];
  const was = <Value,>(value: Value) => (compared ? value : null);
  const trend = (figure: (day: UsageDay) => number) => trendOf(days, asked, figure);
  const stats = [
    toStat({
      ...{ label: "Credits used", format: formatCredits, more: "neutral" },
      ...{ now: now.costMilli, before: was(then.costMilli) },
      trend: trend(({ costMilli }) => Number(costMilli)),
    }),
    toStat({
      ...{ label: "Runs", format: formatCount, more: "neutral" },
      ...{ now: now.runs, before: was(then.runs) },
      trend: trend(({ kind, events }) => (kind === "run" ? events : 0)),
    }),
    toStat({
      ...{ label: "API calls", format: formatCount, more: "neutral" },
      ...{ now: now.calls, before: was(then.calls) },
      trend: trend(({ kind, events }) => (kind === "api_call" ? events : 0)),
    }),
    toStat({
      ...{ label: "Success rate", format: formatShare, more: "good", points: true },
      ...{ now: successRate(now), before: was(successRate(then)), why: "Nothing has ended in these days." },
      ...{ trend: trend(({ failed }) => failed), colour: "var(--chart-churn)" },
    }),
  ];
  return (
    <Card aria-label="Headline figures">
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line sm:grid-cols-4 [&>*]:bg-surface [&>*]:p-4">
        {stats.map((stat) => (
          <Stat key={stat.label} {...stat} of={`${asked.range.from} ${asked.range.to}`} />
        ))}
      </div>
    </Card>
  );
}
