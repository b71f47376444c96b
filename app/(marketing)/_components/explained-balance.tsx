import { BalanceWaterfall, type WaterfallStep } from "@/components/credits/balance-waterfall";

import { Section } from "./section";

const steps: WaterfallStep[] = [
  {
    key: "plan",
    title: "Basic, November",
    story: "1,000 came in, 930 used, expires 30 Nov",
    creditsMilli: 70_000n,
    kind: "subscription",
  },
  {
    key: "gift",
    title: "Gift from support, 20 Nov",
    story: "50 came in, none used, expires 31 Dec",
    creditsMilli: 50_000n,
    kind: "promo",
  },
  {
    key: "pack",
    title: "500 credits, bought 12 Aug",
    story: "500 came in, 208 used, never expires",
    creditsMilli: 292_000n,
    kind: "payg",
  },
];

/** The page that support would otherwise have to be asked for, with example figures. */
export function ExplainedBalance() {
  return (
    <Section
      title="“Why is my balance 412?”"
      lead="Because of these purchases, and what each has left. One page says so, for every balance, at any time."
      className="border-y border-line bg-sunken"
    >
      <div className="rounded-lg border border-line bg-surface px-5 py-2 sm:px-8 sm:py-4">
        <BalanceWaterfall totalMilli={412_000n} steps={steps} />
      </div>
    </Section>
  );
}
