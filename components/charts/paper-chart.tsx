import { axisTicks } from "./axis-ticks";
import type { Dataset } from "./dataset";
import { formatTick } from "./format-cell";
import { formatDayShort } from "./format-day";
import type { Series } from "./series";
import { toDrawing } from "./to-drawing";

type PaperChartProps = { dataset: Dataset; series: readonly Series[] };

const width = 720;
const height = 200;
const box = { left: 56, top: 8, right: width - 8, bottom: height - 22 };
const mostLabels = 8;

type Point = { row: number } & Record<string, number>;
type Frame = { x: (index: number) => number; y: (value: number) => number; slot: number };

/** The same chart where no script can measure and wait: drawn at once, as wide as the paper. */
export function PaperChart({ dataset, series }: PaperChartProps) {
  const { points, unit, smallest, largest } = toDrawing(dataset, series);
  const ticks = axisTicks(smallest, largest, unit.kind === "count");
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const slot = (box.right - box.left) / Math.max(1, points.length);
  const frame: Frame = {
    slot,
    x: (index) => box.left + slot * (index + 0.5),
    y: (value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top),
  };
  const every = Math.ceil(points.length / mostLabels);
  const bucket = dataset.columns[0]?.unit.kind === "day" ? dataset.columns[0].unit.bucket : "day";
  return (
    <svg
      role="img"
      aria-label={dataset.title}
      viewBox={`0 0 ${width} ${height}`}
      fontSize="11"
      fill="var(--ink-muted)"
      className="block w-full [print-color-adjust:exact]"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.right} y1={frame.y(tick)} y2={frame.y(tick)} stroke="var(--line)" />
          <text x={box.left - 8} y={frame.y(tick) + 4} textAnchor="end">
            {formatTick(tick, unit)}
          </text>
        </g>
      ))}
      {points.map(({ row }) =>
        row % every === 0 ? (
          <text key={row} x={frame.x(row)} y={height - 4} textAnchor="middle">
            {formatDayShort(String(dataset.rows[row]?.[0] ?? ""), bucket)}
          </text>
        ) : null,
      )}
      <Bars points={points} series={series.filter(({ shape }) => shape === "bar")} frame={frame} />
      {series
        .filter(({ shape }) => shape !== "bar")
        .map(({ key, colour }) => (
          <polyline
            key={key}
            points={points.map((point) => `${frame.x(point.row)},${frame.y(point[key] ?? 0)}`).join(" ")}
            fill="none"
            stroke={colour}
            strokeWidth="2"
          />
        ))}
    </svg>
  );
}

type BarsProps = { points: readonly Point[]; series: readonly Series[]; frame: Frame };

function Bars({ points, series, frame: { x, y, slot } }: BarsProps) {
  const thick = Math.min(36, slot * 0.75);
  return points.flatMap((point) =>
    series.map(({ key, colour }, at) => {
      const value = point[key] ?? 0;
      const start = series
        .slice(0, at)
        .map((other) => point[other.key] ?? 0)
        .filter((other) => other < 0 === value < 0)
        .reduce((sum, other) => sum + other, 0);
      const [top, foot] = [y(Math.max(start, start + value)), y(Math.min(start, start + value))];
      if (value === 0) return null;
      return (
        <rect
          key={`${point.row} ${key}`}
          x={x(point.row) - thick / 2}
          y={top}
          width={thick}
          height={foot - top}
          fill={colour}
        />
      );
    }),
  );
}
