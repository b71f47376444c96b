import type { CreditFlow, People, Recurring, Revenue } from "@/lib/analytics/types";
import { formatCount, formatCredits, formatMoney, formatShare } from "@/lib/shared/format";
import { describeChange } from "../_components/describe-change";
import { Stat } from "../_components/stat";
import { questionKey, type BlockProps } from "./block-props";
import { mrrTrend, recurringIn, revenueIn } from "./in-currency";
import { readCreditFlow, readPeople, readRecurring, readRevenue } from "./read";
import { readCurrency } from "./read-currency";

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
  const revenue = revenueIn(revenues, currency);
  const recurring = recurringIn(recurrings, currency);
  const compared = query.before !== null;
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line lg:grid-cols-4 [&>*]:bg-surface [&>*]:p-4 sm:[&>*]:p-5">
      <MoneyStats {...{ revenue, recurring, currency, compared }} of={questionKey(props)} />
      <PeopleStats {...{ people, flow }} of={questionKey(props)} />
    </div>
  );
}

type MoneyStatsProps = {
  revenue: Revenue | null;
  recurring: Recurring | null;
  currency: string;
  compared: boolean;
  of: string;
};

function MoneyStats({ revenue, recurring, currency, compared, of }: MoneyStatsProps) {
  const format = (minor: bigint) => formatMoney(minor, currency);
  const none = compared ? 0n : null;
  const net = revenue?.totals.now.netMinor ?? 0n;
  const mrr = recurring?.figures.now.mrrMinor ?? 0n;
  const subscribers = recurring?.figures.now.subscribers ?? 0;
  const subscribersBefore = recurring?.figures.before?.subscribers ?? (compared ? 0 : null);
  const churn = recurring?.figures.now.churnRate ?? null;
  return (
    <>
      <Stat
        label="Net revenue"
        text={format(net)}
        {...{ of }}
        {...describeChange({
          now: net,
          before: revenue?.totals.before?.netMinor ?? none,
          format,
          more: "good",
        })}
        trend={(revenue?.points ?? []).map(({ netMinor }) => Number(netMinor))}
      />
      <Stat
        label="MRR"
        text={format(mrr)}
        {...{ of }}
        {...describeChange({
          now: mrr,
          before: recurring?.figures.before?.mrrMinor ?? none,
          format,
          more: "good",
        })}
        trend={mrrTrend(recurring?.points ?? [])}
      />
      <Stat
        label="Subscribers"
        text={formatCount(subscribers)}
        {...{ of }}
        {...describeChange({
          now: subscribers,
          before: subscribersBefore,
          format: formatCount,
          more: "good",
        })}
        trend={(recurring?.points ?? []).map((point) => point.subscribers)}
      />
      <Stat
        label="Churn rate, a month"
        text={churn === null ? "—" : formatShare(churn)}
        {...{ of }}
        {...describeChange({
          ...{ now: churn, before: recurring?.figures.before?.churnRate, format: formatShare },
          ...{ more: "bad", points: true },
        })}
        trend={(recurring?.points ?? []).map(({ churnPeople }) => churnPeople)}
        colour="var(--chart-churn)"
      />
    </>
  );
}

type PeopleStatsProps = { people: People; flow: CreditFlow; of: string };

function PeopleStats({ people, flow, of }: PeopleStatsProps) {
  const { now, before } = people.figures;
  const { now: credits, before: creditsBefore } = flow.figures;
  return (
    <>
      <Stat
        label="Sign-ups"
        text={formatCount(now.signedUp)}
        {...{ of }}
        {...describeChange({
          now: now.signedUp,
          before: before?.signedUp,
          format: formatCount,
          more: "good",
        })}
        trend={people.points.map(({ signedUp }) => signedUp)}
      />
      <Stat
        label="Active people"
        text={formatCount(now.active)}
        {...{ of }}
        {...describeChange({ now: now.active, before: before?.active, format: formatCount, more: "good" })}
        trend={people.points.map(({ active }) => active)}
      />
      <Stat
        label="Credits spent"
        text={formatCredits(credits.spentMilli)}
        {...{ of }}
        {...describeChange({
          ...{ now: credits.spentMilli, before: creditsBefore?.spentMilli },
          ...{ format: formatCredits, more: "good" },
        })}
        trend={flow.points.map(({ spentMilli }) => Number(spentMilli))}
      />
      <Stat
        label="Outstanding credits"
        text={formatCredits(credits.outstandingMilli)}
        {...{ of }}
        {...describeChange({
          ...{ now: credits.outstandingMilli, before: creditsBefore?.outstandingMilli },
          ...{ format: formatCredits, more: "neutral" },
        })}
        trend={flow.points.map(({ outstandingMilli }) => Number(outstandingMilli))}
      />
    </>
  );
}
