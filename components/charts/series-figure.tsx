import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import type { Dataset } from "./dataset";
import { formatCell } from "./format-cell";
import type { Series } from "./series";
import { SeriesChart } from "./series-chart";
import { isEmpty } from "./to-drawing";

type SeriesFigureProps = {
  dataset: Dataset;
  series: readonly Series[];
  csvHref?: string;
  note?: ReactNode;
  /** Sums of the range, by the keys of the series, in the units of their columns. */
  sums?: Readonly<Record<string, bigint | number>>;
  height?: string;
};

/** A chart over time; its key tells what the range adds up to. */
export function SeriesFigure({ dataset, series, csvHref, note, sums, height = "h-60" }: SeriesFigureProps) {
  const legend = series.map(({ key, label, colour }) => {
    const unit = dataset.columns.find((column) => column.key === key)?.unit;
    const sum = sums?.[key];
    return { label, colour, ...(unit && sum !== undefined ? { value: formatCell(sum, unit) } : {}) };
  });
  return (
    <ChartFigure {...{ dataset, csvHref, note, height }} {...(series.length > 1 || sums ? { legend } : {})}>
      {isEmpty(dataset, series) ? (
        <p className="flex size-full items-center justify-center rounded-md border border-dashed border-line p-4 text-center text-ink-muted">
          Nothing of this in these days.
        </p>
      ) : (
        <SeriesChart dataset={dataset} series={series} />
      )}
    </ChartFigure>
  );
}
