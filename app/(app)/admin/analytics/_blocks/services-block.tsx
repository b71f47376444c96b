import { LayoutGrid } from "lucide-react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { RankingBars } from "@/components/charts/ranking-bars";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { ServiceFigures } from "@/lib/analytics/types";
import { formatCount, formatCredits, formatDuration, formatShare } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { serviceCreditsDataset, servicesDataset } from "../_datasets/services";
import { toCsvHref } from "../search-params";
import type { BlockProps } from "./block-props";
import { readPeople, readServices } from "./read";

const colours = ["new", "expansion", "contraction", "churn", "quiet"].map((name) => `var(--chart-${name})`);

const many = (count: number, one: string, more: string) =>
  `${formatCount(count)} ${count === 1 ? one : more}`;

export async function ServicesBlock({ ctx, query, search }: BlockProps) {
  const [services, { points }] = await Promise.all([readServices(ctx, query), readPeople(ctx, query)]);
  const ran = services.services.filter(({ runs }) => runs > 0);
  if (ran.length === 0) {
    return (
      <EmptyState icon={LayoutGrid} title="No service ran in these days" className="py-10">
        Services that people run are ranked here by the credits they took.
      </EmptyState>
    );
  }
  const dataset = serviceCreditsDataset(
    { ...services, services: ran },
    { bucket: query.bucket, days: points.map(({ day }) => day) },
  );
  const series = dataset.columns.slice(1).map(({ key, title }, index): Series => {
    const colour = key === "*" ? colours.at(-1) : colours[index];
    return { key, label: title, colour: colour ?? "var(--chart-quiet)", shape: "bar" };
  });
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <ChartFigure dataset={servicesDataset(services)} csvHref={toCsvHref("services", search)}>
        <RankingBars
          items={ran.map((service) => ({
            key: service.slug,
            label: service.title,
            drawn: Number(service.creditsMilli) / 1000,
            value: formatCredits(service.creditsMilli),
            note: storyOf(service),
          }))}
        />
      </ChartFigure>
      <SeriesFigure
        dataset={dataset}
        series={series}
        csvHref={toCsvHref("service-credits", search)}
        height="h-72"
      />
    </div>
  );
}

function storyOf({ runs, people, failureRate, meanDurationMs, margin }: ServiceFigures): string {
  return [
    many(runs, "run", "runs"),
    many(people, "person", "people"),
    failureRate === null ? null : `${formatShare(failureRate)} failed`,
    meanDurationMs === null ? null : `${formatDuration(meanDurationMs)} on average`,
    margin === null ? null : `${formatShare(margin)} margin`,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
