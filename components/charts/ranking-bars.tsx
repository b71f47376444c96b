import type { ReactNode } from "react";

export interface RankedItem {
  key: string;
  label: ReactNode;
  /** For the length of the bar only. */
  drawn: number;
  value: ReactNode;
  note?: ReactNode;
  colour?: string;
}

/** The most first, each with its figure; drawn on the server. */
export function RankingBars({ items }: { items: readonly RankedItem[] }) {
  const most = items.reduce((largest, { drawn }) => Math.max(largest, drawn), 0);
  return (
    <ol className="flex flex-col gap-3">
      {items.map(({ key, label, drawn, value, note, colour = "var(--accent)" }) => (
        <li key={key}>
          <div className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">{label}</span>
            <span data-figures className="shrink-0 font-medium">
              {value}
            </span>
          </div>
          <div aria-hidden="true" className="mt-1 h-2 rounded-[2px] bg-hover">
            <span
              className="block h-full rounded-[2px] [print-color-adjust:exact]"
              style={{ width: toWidth(drawn, most), background: colour }}
            />
          </div>
          {note ? <p className="mt-1 text-[0.8125rem] text-ink-muted">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** The least there is can still be seen. */
const toWidth = (drawn: number, most: number) =>
  drawn > 0 && most > 0 ? `max(2px, ${(drawn / most) * 100}%)` : "0";
