import { SeriesFigure } from "@/components/charts/series-figure";
import { Card, CardBody } from "@/components/ui/card";
import type { UsageDay } from "@/lib/usage/types";
import { fittingView, toChart } from "../_datasets/chart";
import type { RankedSubject } from "../_datasets/ranking";
import type { UsageRange } from "../_range/read-search";
import type { ChartView } from "../search-params";
import { UsageChoice } from "./usage-choice";

type ChartCardProps = {
  asked: UsageRange;
  days: readonly UsageDay[];
  ranked: readonly RankedSubject[];
  view: ChartView | null;
};

const viewOptions: readonly { value: ChartView; text: string }[] = [
  { value: "subject", text: "Credits by service" },
  { value: "credits", text: "Credits by kind" },
  { value: "events", text: "Times used" },
];

/** Use over the range, stacked by what it was or by the credits that it took. */
export function ChartCard({ asked, days, ranked, view }: ChartCardProps) {
  const shown = view ?? fittingView(days);
  const { dataset, series } = toChart(shown, days, { ...asked, ranked });
  return (
    <Card aria-label="Use over time">
      <CardBody className="flex flex-col gap-4">
        <div className="sm:max-w-48">
          <UsageChoice
            name="chart"
            label="What the chart shows"
            value={shown}
            groups={[{ label: "", options: viewOptions }]}
          />
        </div>
        <SeriesFigure dataset={dataset} series={series} height="h-64" />
      </CardBody>
    </Card>
  );
}
