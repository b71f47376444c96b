import type { CatalogItem, Pack, Plan } from "./types";

const currency = "usd";

/** Smallest first: the first pack is what the others are compared with. */
export const packs = [
  {
    kind: "pack",
    key: "pack_100",
    name: "100 credits",
    description: "A hundred pay-as-you-go credits that never expire.",
    credits: 100,
    price: { lookupKey: "pack_100", amountMinor: 1_000n, currency },
  },
  {
    kind: "pack",
    key: "pack_500",
    name: "500 credits",
    description: "Five hundred pay-as-you-go credits that never expire.",
    credits: 500,
    price: { lookupKey: "pack_500", amountMinor: 4_500n, currency },
  },
  {
    kind: "pack",
    key: "pack_1000",
    name: "1,000 credits",
    description: "A thousand pay-as-you-go credits that never expire.",
    credits: 1_000,
    price: { lookupKey: "pack_1000", amountMinor: 8_000n, currency },
  },
] as const satisfies readonly Pack[];

/** A year costs ten months. */
export const plans = [
  {
    kind: "plan",
    key: "plan_basic",
    name: "Basic",
    description: "1,000 credits every month.",
    creditsPerMonth: 1_000,
    trial: null,
    prices: {
      month: { lookupKey: "plan_basic_month", amountMinor: 5_000n, currency },
      year: { lookupKey: "plan_basic_year", amountMinor: 50_000n, currency },
    },
  },
  {
    kind: "plan",
    key: "plan_pro",
    name: "Pro",
    description: "2,500 credits every month at a lower price per credit.",
    creditsPerMonth: 2_500,
    trial: null,
    prices: {
      month: { lookupKey: "plan_pro_month", amountMinor: 10_000n, currency },
      year: { lookupKey: "plan_pro_year", amountMinor: 100_000n, currency },
    },
  },
] as const satisfies readonly Plan[];

/** Everything we sell; `quickscale stripe sync` makes Stripe equal to it. */
export const catalog: readonly CatalogItem[] = [...packs, ...plans];
