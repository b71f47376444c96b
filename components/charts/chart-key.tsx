/** What a colour stands for, with the sum of the range where there is one. */
export interface KeyItem {
  label: string;
  colour: string;
  value?: string;
}

/** Names and figures right above what they are drawn as. */
export function ChartKey({ items }: { items: readonly KeyItem[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem]">
      {items.map(({ label, colour, value }) => (
        <li key={label} className="flex min-w-0 items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2.5 shrink-0 rounded-[2px] [print-color-adjust:exact]"
            style={{ background: colour }}
          />
          <span className="min-w-0 wrap-anywhere text-ink-muted">{label}</span>
          {value === undefined ? null : (
            <span data-figures className="font-medium">
              {value}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
