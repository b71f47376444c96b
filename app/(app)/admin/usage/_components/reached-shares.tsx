import { alertPercents, quotaTerms } from "@/lib/quotas/types";
import { formatCount } from "@/lib/shared/format";
import type { ReachedShare } from "@/lib/usage/types";

/** How many people were told that they used some share of a limit, by limit. */
export function ReachedShares({ reached }: { reached: readonly ReachedShare[] }) {
  const kinds = [...new Set(reached.map(({ kind }) => kind))];
  return (
    <div className="border-t border-line px-5 py-4">
      <h3 className="text-[0.8125rem] font-medium">People who were told how much they used</h3>
      <dl className="mt-2 flex flex-col gap-1.5 text-[0.8125rem]">
        {kinds.map((kind) => (
          <div key={kind} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-muted">{quotaTerms[kind].label}</dt>
            <dd data-figures className="flex gap-4">
              {alertPercents.map((percent) => {
                const people = reached.find((one) => one.kind === kind && one.percent === percent)?.people;
                return (
                  <span key={percent}>
                    <span className="text-ink-muted">{percent}%</span> {formatCount(people ?? 0)}
                  </span>
                );
              })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
