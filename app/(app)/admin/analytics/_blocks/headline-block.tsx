import type { CreditFlow, People, Recurring, Revenue } from "@/lib/analytics/types";
import { formatCount, formatCredits, formatMoney, formatShare } from "@/lib/shared/format";
import { Stat } from "@/components/charts/stat";
import { toStat } from "@/components/charts/to-stat";
import { questionKey, type BlockProps } from "./block-props";
import { recurringIn, revenueIn } from "./in-currency";
import { readCreditFlow, readPeople, readRecurring, readRevenue } from "./read";
import { readCurrency } from "./read-currency";
import { whyNoChurn } from "./recurring-words";

/** The figures that lead; each block below tells more of its own. */
export async function HeadlineBlock(props: BlockProps) {
  const { ctx, query, search } = props;
  const [{ currency }, revenues, recurrings, people, flow] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readRevenue(ctx, query),
    readRecurring(ctx, query),
    readPeople(ctx, query),
    readCreditFlow(ctx, query),
  ]);
  const [revenue, recurring] = [revenueIn(revenues, currency), recurringIn(recurrings, currency)];
  const stats = [
    ...moneyStats({ revenue, recurring, currency, compared: query.before !== null }),
    ...peopleStats(people, flow),
  ];
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line lg:grid-cols-4 [&>*]:bg-surface [&>*]:p-4 sm:[&>*]:p-5">
      {stats.map((stat) => (
        <Stat key={stat.label} {...stat} of={questionKey(props)} />
      ))}
    </div>
  );
}

type MoneyParts = {
  revenue: Revenue | null;
  recurring: Recurring | null;
  currency: string;
  compared: boolean;
};

function moneyStats({ revenue, recurring, currency, compared }: MoneyParts) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  const { now, before } = recurring?.figures ?? { now: null, before: null };
  const points = recurring?.points ?? [];
  // Where there was no money in the currency there was none of it before either.
  const [noMoney, nobody] = compared ? [0n, 0] : [null, null];
  return [
    toStat({
      ...{ label: "Net revenue", format, more: "good" },
      ...{ now: revenue?.totals.now.netMinor ?? 0n, before: revenue?.totals.before?.netMinor ?? noMoney },
      trend: (revenue?.points ?? []).map(({ netMinor }) => Number(netMinor)),
    }),
    toStat({
      ...{ label: "MRR", format, more: "good" },
      ...{ now: now?.mrrMinor ?? 0n, before: before?.mrrMinor ?? noMoney },
      trend: points.map(({ mrrMinor }) => Number(mrrMinor)),
    }),
    toStat({
      ...{ label: "Subscribers", format: formatCount, more: "good" },
      ...{ now: now?.subscribers ?? 0, before: before?.subscribers ?? nobody },
      trend: points.map(({ subscribers }) => subscribers),
    }),
    toStat({
      ...{ label: "Churn rate, a month", format: formatShare, more: "bad", points: true, why: whyNoChurn },
      ...{ now: now?.churnRate ?? null, before: before?.churnRate },
      ...{ trend: points.map(({ churnPeople }) => churnPeople), colour: "var(--chart-churn)" },
    }),
  ];
}

function peopleStats({ figures, points }: People, flow: CreditFlow) {
  const { now, before } = figures;
  const { now: credits, before: creditsBefore } = flow.figures;
  return [
    toStat({
      ...{ label: "Sign-ups", format: formatCount, more: "good" },
      ...{ now: now.signedUp, before: before?.signedUp },
      trend: points.map(({ signedUp }) => signedUp),
    }),
    toStat({
      ...{ label: "Active people", format: formatCount, more: "good" },
      ...{ now: now.active, before: before?.active },
      trend: points.map(({ active }) => active),
    }),
    toStat({
      ...{ label: "Credits spent", format: formatCredits, more: "good" },
      ...{ now: credits.spentMilli, before: creditsBefore?.spentMilli },
      trend: flow.points.map(({ spentMilli }) => Number(spentMilli)),
    }),
    toStat({
      ...{ label: "Outstanding credits", format: formatCredits, more: "neutral" },
      ...{ now: credits.outstandingMilli, before: creditsBefore?.outstandingMilli },
      trend: flow.points.map(({ outstandingMilli }) => Number(outstandingMilli)),
    }),
  ];
}
