import type { ComponentProps } from "react";
import { Stat } from "./stat";

type StatRowProps = { stats: readonly ComponentProps<typeof Stat>[] };

/** Figures side by side, above the chart they belong to. */
export function StatRow({ stats }: StatRowProps) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-5 sm:flex sm:flex-wrap sm:gap-x-12 [&_p[data-figures]]:text-xl">
      {stats.map((stat) => (
        <Stat key={stat.label} {...stat} />
      ))}
    </div>
  );
}
