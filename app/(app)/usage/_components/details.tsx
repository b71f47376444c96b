import { cn } from "@/components/ui/cn";
import type { UsageDay } from "@/lib/usage/types";
import { rankSubjects } from "../_datasets/ranking";
import type { UsageRange } from "../_range/read-search";
import type { ChartView } from "../search-params";
import { ChartCard } from "./chart-card";
import { RankingCard } from "./ranking-card";
import { SplitCard } from "./split-card";

type DetailsProps = { asked: UsageRange; days: readonly UsageDay[]; view: ChartView | null };

/** How the range went, what was used in it and how that was paid. */
export function Details({ asked, days, view }: DetailsProps) {
  const ranked = rankSubjects(days);
  const [services, operations] = (["run", "api_call"] as const).map((kind) =>
    ranked.filter((one) => one.kind === kind),
  );
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <ChartCard asked={asked} days={days} ranked={ranked} view={view} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className={cn("flex min-w-0 flex-col gap-6", !operations?.length && "contents")}>
          <RankingCard title="Services" ranked={services ?? []} />
          <SplitCard days={days} />
        </div>
        <RankingCard title="Calls of the API" ranked={operations ?? []} />
      </div>
    </div>
  );
}
