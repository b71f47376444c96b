import "server-only";

export { packs, plans } from "./catalog";
export type { CatalogChange } from "./plan-changes";
export { pricePerCreditMinor, savingPercent, yearlySavingPercent } from "./policy";
export { getPackForSale, listPacksForSale } from "./queries";
export { syncCatalog } from "./sync-catalog";
