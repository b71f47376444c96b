type SparklineProps = { values: readonly number[]; colour?: string };

const width = 100;
const height = 28;
const edge = 2;

/** The course of a figure, beside the figure that says it; drawn on the server. */
export function Sparkline({ values, colour = "var(--accent)" }: SparklineProps) {
  const points = toPoints(values.length > 0 ? values : [0]);
  const line = points.map(([x, y]) => `${x},${y}`).join(" ");
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="block h-7 w-full overflow-visible"
    >
      <polygon points={`0,${height} ${line} ${width},${height}`} fill={colour} opacity="0.1" />
      <polyline
        points={line}
        fill="none"
        stroke={colour}
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** From left to right; one reading is a level line, and none is one at zero. */
function toPoints(values: readonly number[]): [number, number][] {
  const all = values.length === 1 ? [...values, ...values] : values;
  const low = Math.min(...all);
  const span = Math.max(...all) - low;
  const round = (value: number) => Math.round(value * 10) / 10;
  return all.map((value, index) => {
    const share = span > 0 ? (value - low) / span : value === 0 ? 0 : 0.5;
    return [round((index / (all.length - 1)) * width), round(height - edge - share * (height - 2 * edge))];
  });
}
