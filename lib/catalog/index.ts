import "server-only";

export { packs, plans } from "./catalog";
export { compareCatalog, type CatalogComparison } from "./compare-catalog";
export { findPlan } from "./plan-key";
export type { CatalogChange } from "./plan-changes";
export { pricePerCreditMinor, savingPercent, yearlySavingPercent } from "./policy";
export { findPlanTerms, getPackForSale, getPlanForSale, listPacksForSale, listPlansForSale } from "./queries";
export { prepareCatalog, refreshCatalog, syncCatalog } from "./sync-catalog";
export { syncForAdmin } from "./sync-for-admin";
