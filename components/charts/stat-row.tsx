import type { ComponentProps } from "react";
import { Stat } from "./stat";

type StatProps = ComponentProps<typeof Stat>;
type StatRowProps = Pick<StatProps, "of"> & { stats: readonly Omit<StatProps, "of">[] };

/** Figures side by side, above the chart they belong to; in columns, so that rows of several blocks line up. */
export function StatRow({ stats, of }: StatRowProps) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4 [&_p[data-figures]]:text-xl">
      {stats.map((stat) => (
        <Stat key={stat.label} {...stat} of={of} />
      ))}
    </div>
  );
}
