import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { toAnalyticsHref, type AnalyticsSearch } from "../search-params";

const choices = [
  ["active", "Active"],
  ["payers", "Paying"],
] as const;

/** Whether the cohorts are followed by what they run or by what they pay. */
export function CohortSwitch({ search }: { search: AnalyticsSearch }) {
  return (
    <div
      role="group"
      aria-label="Follow those who were"
      className="flex rounded-md border border-line p-0.5 print:hidden"
    >
      {choices.map(([of, label]) => (
        <Link
          key={of}
          href={toAnalyticsHref({ ...search, cohorts: of })}
          prefetch={false}
          scroll={false}
          aria-current={search.cohorts === of ? "true" : undefined}
          className={cn(
            "flex h-7 items-center rounded-sm px-2.5 text-[0.8125rem] text-ink-muted hover:text-ink",
            search.cohorts === of && "bg-hover font-medium text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </div>
  );
}
