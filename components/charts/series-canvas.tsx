"use client";

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisTicks } from "./axis-ticks";
import type { Dataset } from "./dataset";
import { formatTick } from "./format-cell";
import { formatDayShort } from "./format-day";
import type { Series } from "./series";
import { SeriesTooltip } from "./series-tooltip";
import { toDrawing } from "./to-drawing";

type SeriesCanvasProps = { dataset: Dataset; series: readonly Series[] };

const axis = { tickLine: false, axisLine: false, tick: { fill: "var(--ink-muted)", fontSize: 12 } } as const;
const still = { isAnimationActive: false } as const;

export function SeriesCanvas({ dataset, series }: SeriesCanvasProps) {
  const { points, unit, smallest, largest } = toDrawing(dataset, series);
  const ticks = axisTicks(smallest, largest, unit.kind === "count");
  const bars = series.some(({ shape }) => shape === "bar");
  const first = dataset.columns[0];
  const at = (row: number) => {
    const day = String(dataset.rows[row]?.[0] ?? "");
    return first?.unit.kind === "day" ? formatDayShort(day, first.unit.bucket) : day;
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        stackOffset="sign"
        barCategoryGap="22%"
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={dataset.title}
        desc="The arrow keys go from point to point; the same figures are behind “Show as table”."
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          {...axis}
          dataKey="row"
          minTickGap={28}
          interval="equidistantPreserveStart"
          scale={bars ? "band" : "point"}
          tickFormatter={at}
        />
        <YAxis
          {...axis}
          width="auto"
          ticks={ticks}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => formatTick(value, unit)}
        />
        {smallest < 0 ? <ReferenceLine y={0} stroke="var(--line-strong)" /> : null}
        <Tooltip
          {...still}
          cursor={{ stroke: "var(--line-strong)" }}
          content={({ active, label }) =>
            active ? <SeriesTooltip dataset={dataset} series={series} row={Number(label)} /> : null
          }
        />
        {series.map((one) => drawSeries(one, points.length))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function drawSeries({ key, shape, colour }: Series, points: number) {
  if (shape === "bar")
    return <Bar key={key} {...still} dataKey={key} stackId="bars" fill={colour} maxBarSize={40} />;
  // A line through one point is none.
  const line = { ...still, dataKey: key, stroke: colour, strokeWidth: 2, dot: points === 1 } as const;
  return shape === "line" ? (
    <Line key={key} {...line} type="linear" />
  ) : (
    <Area key={key} {...line} type="linear" fill={colour} fillOpacity={0.12} />
  );
}
