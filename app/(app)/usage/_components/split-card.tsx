import { RankingBars } from "@/components/charts/ranking-bars";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatCount, formatCredits } from "@/lib/shared/format";
import type { UsageDay } from "@/lib/usage/types";
import { totalOf } from "../_datasets/totals";

/** Which credits were taken, and from where things were used. */
export function SplitCard({ days }: { days: readonly UsageDay[] }) {
  const { subscriptionMilli, paygMilli } = totalOf(days);
  const [web, api] = (["web", "api"] as const).map((from) =>
    totalOf(days.filter(({ source }) => source === from)),
  );
  return (
    <Card aria-labelledby="split-title">
      <CardHeader id="split-title" title="How it was paid and from where" />
      <CardBody className="flex flex-col gap-6">
        <RankingBars
          items={[
            {
              ...{ key: "subscription", label: "Subscription credits", drawn: Number(subscriptionMilli) },
              ...{ value: formatCredits(subscriptionMilli), colour: "var(--credit-subscription)" },
            },
            {
              ...{ key: "payg", label: "Pay-as-you-go credits", drawn: Number(paygMilli) },
              ...{ value: formatCredits(paygMilli), colour: "var(--credit-payg)" },
            },
          ]}
        />
        <RankingBars
          items={[
            { ...{ key: "web", label: "On the site", drawn: web?.events ?? 0 }, ...wordsOf(web) },
            { ...{ key: "api", label: "By the API", drawn: api?.events ?? 0 }, ...wordsOf(api) },
          ]}
        />
      </CardBody>
    </Card>
  );
}

const many = (count: number, one: string) => `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`;

function wordsOf(total: ReturnType<typeof totalOf> | undefined) {
  const { runs = 0, calls = 0, costMilli = 0n } = total ?? {};
  const parts = [many(runs, "run"), ...(calls > 0 ? [many(calls, "API call")] : [])];
  return { value: parts.join(", "), note: `${formatCredits(costMilli)} credits` };
}
