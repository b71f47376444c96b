import { type SpendableBalance } from "@/components/credits/spendable-balance";

export type DemoEntry = { id: number; label: string; subscriptionMilli: bigint; paygMilli: bigint };
export type DemoAccount = { balance: SpendableBalance; entries: DemoEntry[] };
export type DemoRun = { label: string; costMilli: bigint };

/** Little subscription credit is left, so that a few runs show how spending moves on to the other kind. */
export const openingAccount: DemoAccount = {
  balance: { totalMilli: 570_000n, subscriptionMilli: 70_000n, paygMilli: 500_000n },
  entries: [
    { id: 4, label: "Readability report", subscriptionMilli: -24_000n, paygMilli: 0n },
    { id: 3, label: "Bought 500 credits", subscriptionMilli: 0n, paygMilli: 500_000n },
    { id: 2, label: "Optimised photo", subscriptionMilli: -36_000n, paygMilli: 0n },
    { id: 1, label: "Readability report", subscriptionMilli: -30_000n, paygMilli: 0n },
    { id: 0, label: "Optimised photo", subscriptionMilli: -18_000n, paygMilli: 0n },
  ],
};

/** Spends as the product does: subscription credits first, then pay-as-you-go, all or nothing. */
export function spend(account: DemoAccount, run: DemoRun): DemoAccount {
  const { balance, entries } = account;
  if (run.costMilli > balance.totalMilli) return account;
  const fromSubscription =
    run.costMilli < balance.subscriptionMilli ? run.costMilli : balance.subscriptionMilli;
  const fromPayg = run.costMilli - fromSubscription;
  return {
    balance: {
      totalMilli: balance.totalMilli - run.costMilli,
      subscriptionMilli: balance.subscriptionMilli - fromSubscription,
      paygMilli: balance.paygMilli - fromPayg,
    },
    entries: [
      { id: entries.length, label: run.label, subscriptionMilli: -fromSubscription, paygMilli: -fromPayg },
      ...entries,
    ],
  };
}
