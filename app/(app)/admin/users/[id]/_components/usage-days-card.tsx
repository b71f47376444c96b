import { SeriesFigure } from "@/components/charts/series-figure";
import { presetRange } from "@/components/ranges/presets";
import { Card, CardBody } from "@/components/ui/card";
import { fittingView, toChart } from "@/app/(app)/usage/_datasets/chart";
import { rankSubjects } from "@/app/(app)/usage/_datasets/ranking";
import { readRecentUsage } from "@/app/(app)/usage/read-usage";
import type { AppContext } from "@/lib/context";

/** The last thirty days of a member's own, as their own page draws them. */
export async function UsageDaysCard({ ctx, userId }: { ctx: AppContext; userId: string }) {
  const { days, today, zone } = await readRecentUsage(ctx, userId);
  const range = presetRange("last-30", today);
  const own = days.filter(({ day }) => day >= range.from && day <= range.to);
  const asked = { range, bucket: "day", ranked: rankSubjects(own) } as const;
  const { dataset, series } = toChart(fittingView(own), own, asked);
  return (
    <Card aria-label="The last thirty days">
      <CardBody>
        <SeriesFigure
          dataset={dataset}
          series={series}
          note={`Thirty days of ${zone.replaceAll("_", " ")}, as they see them.`}
        />
      </CardBody>
    </Card>
  );
}
