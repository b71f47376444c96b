import type { OutputBlock } from "@/lib/services/types";

type FiguresBlockProps = Pick<Extract<OutputBlock, { kind: "figures" }>, "items">;

export function FiguresBlock({ items }: FiguresBlockProps) {
  return (
    <dl className="grid grid-cols-2 gap-6 sm:grid-cols-3">
      {items.map(({ label, value, note }) => (
        <div key={label} className="flex min-w-0 flex-col">
          <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
          <dd className="mt-0.5">
            <span data-figures className="block text-xl font-semibold tracking-tight">
              {value}
            </span>
            {note ? <span className="mt-0.5 block text-[0.8125rem] text-ink-muted">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
