import type { Dataset } from "./dataset";
import { formatCell } from "./format-cell";
import type { Series } from "./series";

type SeriesTooltipProps = { dataset: Dataset; series: readonly Series[]; row: number };

/** Every figure of one stretch of time, exact; also those that are not drawn. */
export function SeriesTooltip({ dataset: { columns, rows }, series, row }: SeriesTooltipProps) {
  const cells = rows[row];
  const [first, ...others] = columns;
  if (!cells || !first) return null;
  const colourOf = (key: string) => series.find((one) => one.key === key)?.colour;
  return (
    <div className="max-w-72 min-w-40 rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-raised">
      <p className="mb-1 font-medium">{formatCell(cells[0] ?? null, first.unit)}</p>
      <dl className="grid gap-0.5">
        {others.map(({ key, title, unit }, index) => (
          <div key={key} className="flex items-center gap-2">
            <span
              className="size-2 shrink-0 rounded-[2px]"
              style={{ background: colourOf(key) ?? "transparent" }}
            />
            <dt className="min-w-0 wrap-anywhere text-ink-muted">{title}</dt>
            <dd data-figures className="ml-auto pl-3 font-medium">
              {formatCell(cells[index + 1] ?? null, unit)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
