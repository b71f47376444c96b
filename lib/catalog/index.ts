import "server-only";

export { catalog, packs, plans } from "./catalog";
export { creditsOf, pricePerCreditMinor, pricesOf, savingPercent, yearlySavingPercent } from "./policy";
export type { BillingInterval, CatalogItem, CatalogPrice, Pack, Plan } from "./types";
