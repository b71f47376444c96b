import { formatShare } from "@/lib/shared/format";

interface HeatRow {
  key: string;
  title: string;
  /** What the shares are of. */
  size: string;
  /** Shares of one, and what they are of in words; null where there is nobody to speak of. Months to come are missing. */
  cells: readonly { share: number | null; words: string }[];
}

type HeatMapProps = {
  label: string;
  corner: string;
  sizeTitle: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
};

/** Text is readable on the fullest cell in both themes; more of the accent would not be. */
const fullest = 50;

const ground = (share: number) =>
  `color-mix(in srgb, var(--accent) ${Math.round(Math.min(1, share) * fullest)}%, var(--surface))`;

/** A table whose cells are coloured by their share; drawn on the server. */
export function HeatMap({ label, corner, sizeTitle, columns, rows }: HeatMapProps) {
  const head = "px-2 pb-2 text-xs font-medium whitespace-nowrap text-ink-muted";
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="relative overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full border-separate border-spacing-0.5 text-[0.8125rem]">
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {corner}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {sizeTitle}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${head} text-center`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, size, cells }) => (
            <tr key={key}>
              <th scope="row" className="py-1.5 pr-2 text-left font-normal whitespace-nowrap">
                {title}
              </th>
              <td className="px-2 py-1.5 text-right text-ink-muted">{size}</td>
              {cells.map(({ share, words }, index) => (
                <td
                  key={index}
                  title={words}
                  className="min-w-11 rounded-[3px] px-1 py-1.5 text-center [print-color-adjust:exact] print:min-w-0 print:text-[0.6875rem]"
                  style={{ background: share === null ? "transparent" : ground(share) }}
                >
                  {share === null ? "–" : formatShare(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
