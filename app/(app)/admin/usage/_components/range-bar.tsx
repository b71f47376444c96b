import Link from "next/link";
import { QuestionForm } from "@/app/(app)/admin/analytics/_components/question-form";
import { presetWords } from "@/components/ranges/presets";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { ReadMonitoring } from "../read-search";
import { monitoringPresets, toMonitoringHref } from "../search-params";

/** Which days are shown; it stands in the address with everything else. */
export function RangeBar({ read: { search, preset, typed, problem } }: { read: ReadMonitoring }) {
  return (
    <Card aria-label="What is shown" className="mb-6">
      <nav aria-label="Range" className="overflow-x-auto">
        <ul className="flex min-w-max gap-1 p-1">
          {monitoringPresets.map((period) => (
            <li key={period}>
              <Link
                href={toMonitoringHref({ ...search, period, from: "", to: "" })}
                prefetch={false}
                scroll={false}
                aria-current={period === preset ? "true" : undefined}
                className={cn(
                  "flex h-8 items-center rounded-sm px-2.5 text-[0.8125rem] text-ink-muted -outline-offset-1! hover:bg-hover hover:text-ink",
                  period === preset && "bg-accent-soft font-medium text-accent-ink",
                )}
              >
                {presetWords[period]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QuestionForm action="/admin/usage" typed={typed} rangeProblem={problem} period={preset}>
        {search.by === "credits" ? null : <input type="hidden" name="by" value={search.by} />}
        {search.q === "" ? null : <input type="hidden" name="q" value={search.q} />}
      </QuestionForm>
    </Card>
  );
}
