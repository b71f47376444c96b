import { CalendarRange } from "lucide-react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { formatDay } from "@/components/charts/format-day";
import { HeatMap } from "@/components/charts/heat-map";
import { EmptyState } from "@/components/ui/empty-state";
import type { Cohort } from "@/lib/analytics/types";
import { formatCount } from "@/lib/shared/format";
import { monthsOf, retentionDataset } from "../_datasets/retention";
import { toCsvHref } from "../search-params";
import type { BlockProps } from "./block-props";
import { readRetention } from "./read";

export async function RetentionBlock({ ctx, query, search }: BlockProps) {
  const retention = await readRetention(ctx, query, search.cohorts);
  if (retention.cohorts.length === 0) {
    return (
      <EmptyState icon={CalendarRange} title="Nobody signed up in these months" className="py-10">
        Those who sign up in one month are followed from month to month.
      </EmptyState>
    );
  }
  const dataset = retentionDataset(retention);
  return (
    <ChartFigure
      dataset={dataset}
      csvHref={toCsvHref("retention", search)}
      note="Of those who signed up in a month, how many came in that month (0) and in each one after."
    >
      <HeatMap
        label={dataset.title}
        corner="Signed up in"
        sizeTitle="People"
        columns={Array.from({ length: monthsOf(retention) }, (_, index) => String(index))}
        rows={retention.cohorts.map(toRow)}
      />
    </ChartFigure>
  );
}

function toRow({ month, people, returned }: Cohort) {
  return {
    key: month,
    title: formatDay(month, "month"),
    size: formatCount(people),
    cells: returned.map((came, index) => ({
      share: people === 0 ? null : came / people,
      words: `${formatCount(came)} of ${formatCount(people)} in month ${index}`,
    })),
  };
}
