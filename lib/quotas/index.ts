import "server-only";

export { getAllowance, isLimited, type Allowance } from "./allowance";
export { findEntitlement, getQuotaMeters } from "./get-quota-meters";
export { keepHit } from "./keep-hit";
export { windowSeconds } from "./policy";
