import type { Dataset, Unit } from "./dataset";
import { toDrawn } from "./format-cell";
import type { Series } from "./series";

type Drawing = {
  unit: Unit;
  /** One for each row: what to draw of each series, and which row it is of. */
  points: ({ row: number } & Record<string, number>)[];
  smallest: number;
  largest: number;
};

/** Exact figures as numbers for drawing; how far they reach counts what stands on one another. */
export function toDrawing({ columns, rows }: Dataset, series: readonly Series[]): Drawing {
  const parts = series.map((one) => ({ ...one, at: columns.findIndex(({ key }) => key === one.key) }));
  const unit = columns[parts[0]?.at ?? -1]?.unit ?? { kind: "count" };
  const points = rows.map((row, index) => {
    const point: { row: number } & Record<string, number> = { row: index };
    for (const { key, at, below } of parts) {
      const value = toDrawn(row[at] ?? null, columns[at]?.unit ?? unit);
      // Not `-value`: minus zero is drawn as a line.
      point[key] = below ? 0 - value : value;
    }
    return point;
  });
  const heights = points.flatMap((point) => {
    const bars = parts.filter(({ shape }) => shape === "bar").map(({ key }) => point[key] ?? 0);
    const others = parts.filter(({ shape }) => shape !== "bar").map(({ key }) => point[key] ?? 0);
    return [sum(bars.filter((bar) => bar > 0)), sum(bars.filter((bar) => bar < 0)), ...others];
  });
  return {
    ...{ unit, points },
    smallest: heights.reduce((least, height) => Math.min(least, height), 0),
    largest: heights.reduce((most, height) => Math.max(most, height), 0),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Whether there is nothing but zeros to draw. */
export const isEmpty = ({ columns, rows }: Dataset, series: readonly Series[]): boolean =>
  series.every(({ key }) => {
    const at = columns.findIndex((column) => column.key === key);
    return rows.every((row) => Number(row[at] ?? 0) === 0);
  });
