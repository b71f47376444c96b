import "server-only";

export { catalog, packs, plans } from "./catalog";
export { NotForSale } from "./errors";
export type { CatalogChange } from "./plan-changes";
export { creditsOf, pricePerCreditMinor, pricesOf, savingPercent, yearlySavingPercent } from "./policy";
export { getPackForSale, listPacksForSale } from "./queries";
export type { CatalogEntry } from "./read-price";
export { syncCatalog, type CatalogSync } from "./sync-catalog";
export type {
  BillingInterval,
  CatalogItem,
  CatalogPrice,
  CatalogProblem,
  Pack,
  PackForSale,
  Plan,
} from "./types";
