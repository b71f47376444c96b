import type { OutputBlock } from "@/lib/services/types";

type RankingBlockProps = Pick<Extract<OutputBlock, { kind: "ranking" }>, "title" | "items">;

/** Bars with their labels and numbers on them: the list is its own table. */
export function RankingBlock({ title, items }: RankingBlockProps) {
  const most = Math.max(...items.map(({ count }) => count), 1);
  return (
    <div>
      <h3 className="text-[0.8125rem] font-normal text-ink-muted">{title}</h3>
      <ol className="mt-2 grid gap-x-10 gap-y-1 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-5">
        {items.map(({ label, count }) => (
          <li
            key={label}
            className="relative flex h-8 items-center justify-between gap-3 overflow-hidden rounded-sm px-2.5"
          >
            <span
              aria-hidden="true"
              className="absolute inset-y-0 left-0 rounded-sm bg-accent-soft"
              style={{ width: `${(count / most) * 100}%` }}
            />
            <bdi className="relative truncate">{label}</bdi>
            <span data-figures className="relative text-ink-muted">
              {count}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
