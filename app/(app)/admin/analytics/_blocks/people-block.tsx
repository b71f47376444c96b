import { Users } from "lucide-react";
import type { Series } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import type { PeopleFigures } from "@/lib/analytics/types";
import { formatCount, formatShare } from "@/lib/shared/format";
import { describeChange } from "../_components/describe-change";
import { SeriesFigure } from "../_components/series-figure";
import { StatRow } from "../_components/stat-row";
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
] as const;

const conversionOf = (figures: PeopleFigures | null) =>
  figures && figures.signedUp > 0 ? figures.converted / figures.signedUp : null;

export async function PeopleBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const people = await readPeople(ctx, query);
  const { now, before } = people.figures;
  if (now.total === 0 && now.signedUp === 0) {
    return (
      <EmptyState icon={Users} title="Nobody is here yet" className="py-10">
        Who signs up, confirms their address, runs services and pays is counted here.
      </EmptyState>
    );
  }
  const of = questionKey(props);
  const converted = conversionOf(now);
  return (
    <div className="flex flex-col gap-6">
      <StatRow
        stats={[
          ...plain.map(([label, key]) => ({
            ...{ label, text: formatCount(now[key]), of },
            ...describeChange({ now: now[key], before: before?.[key], format: formatCount, more: "good" }),
          })),
          {
            ...{ label: "Sign-ups who paid", text: converted === null ? "—" : formatShare(converted), of },
            ...describeChange({
              ...{ now: converted, before: conversionOf(before), format: formatShare },
              ...{ more: "good", points: true },
            }),
          },
        ]}
      />
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
