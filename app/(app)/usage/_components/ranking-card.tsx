import { ChartFigure } from "@/components/charts/chart-figure";
import { RankingBars, type RankedItem } from "@/components/charts/ranking-bars";
import { Card, CardBody } from "@/components/ui/card";
import { formatCount, formatCredits, formatDuration, formatShare } from "@/lib/shared/format";
import { meanDuration, rankingDataset, type RankedSubject } from "../_datasets/ranking";
import { successRate } from "../_datasets/totals";

/** As many are drawn; the table lists all. */
const mostDrawn = 8;

type RankingCardProps = { title: string; ranked: readonly RankedSubject[] };

/** What was used, by the credits it took; by how often where nothing took any. */
export function RankingCard({ title, ranked }: RankingCardProps) {
  if (ranked.length === 0) return null;
  const byCredits = ranked.some(({ costMilli }) => costMilli > 0n);
  const drawn = ranked.slice(0, mostDrawn);
  const rest = ranked.length - drawn.length;
  return (
    <Card aria-label={title}>
      <CardBody>
        <ChartFigure
          dataset={rankingDataset(ranked, `${title} by ${byCredits ? "credits" : "use"}`)}
          {...(rest > 0 ? { note: `And ${formatCount(rest)} more in the table.` } : {})}
        >
          <RankingBars items={drawn.map((one) => toItem(one, byCredits))} />
        </ChartFigure>
      </CardBody>
    </Card>
  );
}

function toItem(one: RankedSubject, byCredits: boolean): RankedItem {
  const { kind, subject, title, costMilli, events } = one;
  return {
    ...{ key: `${kind} ${subject}`, label: title, note: storyOf(one, byCredits) },
    drawn: byCredits ? Number(costMilli) / 1000 : events,
    value: byCredits ? formatCredits(costMilli) : formatCount(events),
  };
}

function storyOf(one: RankedSubject, byCredits: boolean): string {
  const noun = one.kind === "run" ? "run" : "call";
  const [rate, mean] = [successRate(one), meanDuration(one)];
  const parts = [
    byCredits ? `${formatCount(one.events)} ${noun}${one.events === 1 ? "" : "s"}` : null,
    rate === null ? null : `${formatShare(rate)} succeeded`,
    mean === null ? null : `${formatDuration(mean)} on average`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
