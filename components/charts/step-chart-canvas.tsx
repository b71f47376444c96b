"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

import { formatDate, formatDateTime } from "@/lib/shared/format";

import { type ChartPoint } from "./chart-point";
import { niceTicks } from "./nice-ticks";
import { toSteps } from "./to-steps";

type StepChartCanvasProps = { points: readonly ChartPoint[]; unit: string };

const axis = { tickLine: false, axisLine: false, tick: { fill: "var(--ink-muted)", fontSize: 12 } } as const;
const compact = new Intl.NumberFormat("en-US", { notation: "compact" });
const exact = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** A value that holds until it changes, so it is drawn in steps: a slope would show readings that never were. */
export function StepChartCanvas({ points, unit }: StepChartCanvasProps) {
  const data = toSteps(points);
  const ticks = niceTicks(Math.max(...data.map((step) => step.value)));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: -12 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          {...axis}
          dataKey="time"
          type="number"
          scale="time"
          domain={["dataMin", "dataMax"]}
          minTickGap={48}
          tickFormatter={(time: number) => formatDate(new Date(time)).replace(/ \d{4}$/, "")}
        />
        <YAxis
          {...axis}
          width={52}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => compact.format(value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          labelFormatter={(time) => formatDateTime(new Date(Number(time)))}
          formatter={(value) => [`${exact.format(Number(value))} ${unit}`, null]}
          separator=""
          contentStyle={{
            background: "var(--raised)",
            border: "1px solid var(--line)",
            borderRadius: 8,
            fontSize: 12,
          }}
          labelStyle={{ color: "var(--ink-muted)" }}
          itemStyle={{ color: "var(--ink)", fontWeight: 600 }}
        />
        <Area
          dataKey="value"
          type="stepAfter"
          isAnimationActive={false}
          stroke="var(--accent-ink)"
          strokeWidth={1.75}
          fill="var(--accent-soft)"
          fillOpacity={0.7}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
