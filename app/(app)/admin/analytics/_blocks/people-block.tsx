import { Users } from "lucide-react";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { People, PeopleFigures } from "@/lib/analytics/types";
import { formatCount, formatShare } from "@/lib/shared/format";
import { SeriesFigure } from "@/components/charts/series-figure";
import { StatRow } from "@/components/charts/stat-row";
import { toStat } from "@/components/charts/to-stat";
import { peopleDataset } from "../_datasets/people";
import { toCsvHref } from "../search-params";
import { questionKey, type BlockProps } from "./block-props";
import { readPeople } from "./read";

const series: readonly Series[] = [
  { key: "signedUp", label: "Signed up", colour: "var(--chart-new)", shape: "bar" },
  { key: "active", label: "Active", colour: "var(--chart-expansion)", shape: "line" },
];

const plain = [
  ["Accounts", "total"],
  ["Signed up", "signedUp"],
  ["Verified", "verified"],
  ["Active", "active"],
  ["Bought a pack", "purchasers"],
  ["Paid", "payers"],
  ["Deleted", "deleted"],
] as const;

const conversionOf = (figures: PeopleFigures | null) =>
  figures && figures.signedUp > 0 ? figures.converted / figures.signedUp : null;

export async function PeopleBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const people = await readPeople(ctx, query);
  const { now } = people.figures;
  if (now.total === 0 && now.signedUp === 0) {
    return (
      <EmptyState icon={Users} title="Nobody is here yet" className="py-10">
        Who signs up, confirms their address, runs services and pays is counted here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <StatRow stats={statsOf(people)} of={questionKey(props)} />
      <SeriesFigure
        dataset={peopleDataset(people, query.bucket)}
        series={series}
        csvHref={toCsvHref("people", search)}
        note={`Active is who ran a service; everybody counts once in each ${query.bucket}.`}
        sums={{ signedUp: now.signedUp, active: now.active }}
      />
    </div>
  );
}

function statsOf({ figures: { now, before } }: People) {
  return [
    ...plain.map(([label, key]) => {
      const more = key === "deleted" ? "bad" : "good";
      return toStat({ label, now: now[key], before: before?.[key], format: formatCount, more });
    }),
    toStat({
      ...{ label: "Sign-ups who paid", format: formatShare, more: "good", points: true },
      ...{ now: conversionOf(now), before: conversionOf(before), why: "Nobody signed up" },
    }),
  ];
}
