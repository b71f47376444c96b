import type { UsageDay } from "@/lib/usage/types";
import { rankSubjects } from "../_datasets/ranking";
import { selectDays } from "../_datasets/usage-question";
import type { UsageRange } from "../_range/read-search";
import type { UsageSearch } from "../search-params";
import { ChartCard } from "./chart-card";
import { Headline } from "./headline";
import { NothingUsed } from "./nothing-used";
import { RankingCard } from "./ranking-card";
import { SplitCard } from "./split-card";

type FiguresProps = {
  search: UsageSearch;
  asked: UsageRange;
  /** Those of the range and of the one before. */
  days: readonly UsageDay[];
  firstDay: string | null;
};

/** What the range adds up to, how it went and what it was. */
export function Figures({ search, asked, days, firstDay }: FiguresProps) {
  const shown = selectDays(days, asked.range, search);
  if (shown.length === 0) return <NothingUsed search={search} everUsed={firstDay !== null} />;
  const before = selectDays(days, asked.before, search);
  const ranked = rankSubjects(shown);
  return (
    <div className="flex flex-col gap-6">
      <Headline
        asked={asked}
        days={shown}
        before={before}
        compared={firstDay !== null && firstDay <= asked.before.to}
      />
      <ChartCard asked={asked} days={shown} ranked={ranked} view={search.chart} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <RankingCard ranked={ranked} />
        <SplitCard days={shown} />
      </div>
    </div>
  );
}
