import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";
import type { CatalogChange } from "@/lib/catalog";
import type { CatalogProblem, ComparedPrice } from "@/lib/catalog/types";
import { formatCredits, formatMoney } from "@/lib/shared/format";

const problems: Readonly<Record<CatalogProblem, string>> = {
  credits_missing:
    "Its product does not say how many credits it brings (metadata “credits”). It is not sold.",
  credits_invalid: "Its product’s number of credits is not one (metadata “credits”). It is not sold.",
  kind_missing: "Its product does not say whether it is a pack or a plan (metadata “kind”). It is not sold.",
  amount_missing: "It has no fixed amount. It is not sold.",
  interval_wrong: "It is billed in a rhythm that we do not sell. It is not sold.",
};

export const problemWords = (problem: CatalogProblem): string => problems[problem];

type Amount = { amountMinor: bigint | null; currency: string; interval: string | null };

export function amountWords({ amountMinor, currency, interval }: Amount): string {
  if (amountMinor === null) return "no fixed amount";
  return `${formatMoney(amountMinor, currency)}${interval ? ` a ${interval}` : ""}`;
}

/** What differs between ours and Stripe's, in words; nothing where they agree. */
export function differences({ ours, stripe }: ComparedPrice): string[] {
  if (!stripe) return ["Stripe does not have it: nobody can buy it."];
  const { name, creditsMilli, amountMinor, currency, interval, active, problem } = stripe;
  const sameAmount =
    amountMinor === ours.amountMinor && currency === ours.currency && interval === ours.interval;
  return [
    ...(active ? [] : ["Its product is archived in Stripe: nobody can buy it."]),
    ...(problem ? [problemWords(problem)] : []),
    ...(name === ours.name ? [] : [`Stripe calls it “${name}”.`]),
    ...(creditsMilli === null || creditsMilli === BigInt(ours.credits) * 1000n
      ? []
      : [`Stripe’s brings ${formatCredits(creditsMilli)} credits.`]),
    ...(sameAmount ? [] : [`Stripe sells it for ${amountWords(stripe)}.`]),
  ];
}

const fieldWords: Readonly<Record<string, string>> = {
  name: "its name",
  description: "its description",
  active: "that it is on sale",
  "metadata.kind": "its kind",
  "metadata.credits": "its credits",
};

/** One thing that a sync would do in Stripe. */
export function changeWords(change: CatalogChange): string {
  if (change.type === "create_product") return `Make the product “${change.product.name}”`;
  if (change.type === "update_product") {
    const fields = change.fields.map((field) => fieldWords[field] ?? field).join(", ");
    return `Change of the product “${change.product.name}”: ${fields}`;
  }
  const { price, replaces } = change;
  const made = `Make the price ${price.lookupKey} of ${amountWords(price)}`;
  return replaces ? `${made}, instead of ${amountWords(replaces)}` : made;
}

export const syncFailures: FailureWords = {
  "catalog.changed": {
    title: "Stripe sells something else meanwhile.",
    detail: "Nothing was changed. Reload the page to see what a sync would do now.",
  },
  "payments.unavailable": {
    title: "Stripe does not answer.",
    detail: "Some of it may be done. Try again: what is done already is left as it is.",
  },
};

export const catalogNotices = {
  synced: { title: "Stripe sells what the catalogue says.", text: "Its prices were copied here just now." },
};
