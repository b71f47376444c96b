import { columnsOf, count, dayColumn } from "@/components/charts/columns";
import type { Dataset } from "@/components/charts/dataset";
import type { Series } from "@/components/charts/series";
import { SeriesFigure } from "@/components/charts/series-figure";
import type { EverybodysDay } from "@/lib/usage/types";
import { readDays, type BlockProps } from "../read";
import { toTableHref, type MonitoringSearch } from "../search-params";

const bars: Series[] = [
  { key: "runs", label: "Runs", colour: "var(--chart-new)", shape: "bar" },
  { key: "calls", label: "API calls", colour: "var(--chart-quiet)", shape: "bar" },
];
const people: Series[] = [
  { key: "people", label: "People active", colour: "var(--chart-expansion)", shape: "area" },
];

const sumOf = (days: readonly EverybodysDay[], figure: (day: EverybodysDay) => number) =>
  days.reduce((sum, day) => sum + figure(day), 0);

/** What was used on each day, and by how many. */
export async function TrendBlock({ ctx, question, search }: BlockProps & { search: MonitoringSearch }) {
  const days = await readDays(ctx, question.range);
  const sums = { runs: sumOf(days, ({ runs }) => runs), calls: sumOf(days, ({ calls }) => calls) };
  const csvHref = toTableHref("days", search);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <SeriesFigure
        dataset={toDataset("Runs and calls by day", days, { runs: "Runs", calls: "API calls" })}
        {...{ series: bars, csvHref, sums }}
      />
      <SeriesFigure
        dataset={toDataset("People active by day", days, { people: "People active" })}
        {...{ series: people, csvHref }}
      />
    </div>
  );
}

function toDataset(
  title: string,
  days: readonly EverybodysDay[],
  columns: Readonly<Partial<Record<"runs" | "calls" | "people", string>>>,
): Dataset {
  const keys = (["runs", "calls", "people"] as const).filter((key) => columns[key] !== undefined);
  return {
    title,
    columns: [dayColumn("day"), ...keys.flatMap((key) => columnsOf(count, { [key]: columns[key] ?? key }))],
    rows: days.map((day) => [day.day, ...keys.map((key) => day[key])]),
  };
}
