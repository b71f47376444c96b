import { Stat } from "@/components/charts/stat";
import { toStat } from "@/components/charts/to-stat";
import { formatDay } from "@/components/charts/format-day";
import { formatCount, formatCredits, formatShare } from "@/lib/shared/format";
import type { EverybodysDay, EverybodysUsage, QuotaPressure } from "@/lib/usage/types";
import { readDays, readEverybody, readPressure, type BlockProps } from "../read";

/** The figures that lead; each block below tells more of its own. */
export async function HeadlineBlock({ ctx, origin, question }: BlockProps) {
  const { range } = question;
  const [usage, days, pressure] = await Promise.all([
    readEverybody(ctx, question, origin),
    readDays(ctx, range),
    readPressure(ctx, range),
  ]);
  return (
    <>
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line sm:grid-cols-3 xl:grid-cols-6 [&>*]:bg-surface [&>*]:p-4 sm:[&>*]:p-5">
        {toStats(usage, days, pressure).map((stat) => (
          <Stat key={stat.label} {...stat} of={`${range.from} ${range.to}`} />
        ))}
      </div>
      {usage.before ? null : (
        <p className="border-t border-line px-5 py-3 text-[0.8125rem] text-ink-muted">
          Single uses are kept since {formatDay(usage.keptFrom)}, so there is nothing whole to compare with.
        </p>
      )}
    </>
  );
}

function toStats(
  { now, before }: EverybodysUsage,
  days: readonly EverybodysDay[],
  { people: refused }: QuotaPressure,
) {
  const failedOf = ({ failures, runs, calls }: EverybodysDay) =>
    runs + calls > 0 ? failures / (runs + calls) : 0;
  return [
    toStat({
      ...{ label: "Credits used", format: formatCredits, more: "good" },
      ...{ now: now.creditsMilli, before: before?.creditsMilli },
      trend: days.map(({ creditsMilli }) => Number(creditsMilli)),
    }),
    toStat({
      ...{ label: "Runs", format: formatCount, more: "good", now: now.runs, before: before?.runs },
      trend: days.map(({ runs }) => runs),
    }),
    toStat({
      ...{ label: "API calls", format: formatCount, more: "good", now: now.calls, before: before?.calls },
      trend: days.map(({ calls }) => calls),
    }),
    toStat({
      ...{ label: "Active people", format: formatCount, more: "good" },
      ...{ now: now.people, before: before?.people },
      trend: days.map(({ people }) => people),
    }),
    toStat({
      ...{ label: "Failed", format: formatShare, more: "bad", points: true, why: "Nothing ended yet." },
      ...{ now: now.failureRate, before: before?.failureRate },
      ...{ trend: days.map(failedOf), colour: "var(--chart-churn)" },
    }),
    { label: "People refused by a limit", text: formatCount(refused) },
  ];
}
