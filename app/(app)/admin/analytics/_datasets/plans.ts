import type { Dataset } from "@/components/charts/dataset";
import type { PlanShare } from "@/lib/analytics/types";
import { columnsOf, count, money, text } from "@/components/charts/columns";

const states = { paying: "Paying", trialing: "On trial", complimentary: "Complimentary" };

/** A plan as it is billed; a price that the catalogue does not know has no key. */
export function planWords({ planKey, planName, interval }: PlanShare): string {
  const name = planKey === null ? planName || "Unknown plan" : planName;
  return interval === null ? name : `${name}, by ${interval}`;
}

export function plansDataset(shares: readonly PlanShare[], currency: string): Dataset {
  return {
    title: "People by plan",
    columns: [
      ...columnsOf(text, { plan: "Plan", state: "State" }),
      ...columnsOf(count, { people: "People", before: "Before" }),
      ...columnsOf(money(currency), { mrr: "MRR" }),
    ],
    rows: shares.map((share) => [
      ...[planWords(share), states[share.state], share.people, share.peopleBefore, share.mrrMinor],
    ]),
  };
}

/** Those of one currency, and those that cost nothing. */
export const sharesIn = (shares: readonly PlanShare[], currency: string): PlanShare[] =>
  shares.filter((share) => share.currency === null || share.currency === currency);
