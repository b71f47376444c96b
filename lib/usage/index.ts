import "server-only";

export { aggregateUsage } from "./aggregate-usage";
export {
  allowanceArguments,
  beginUsage,
  getUseAllowance,
  toTakenUse,
  type Begun,
  type QuotaLeft,
  type UseRefused,
} from "./begin-usage";
export { endUsage } from "./end-usage";
export { forgetUsage } from "./forget-usage";
export { getUsage } from "./get-usage";
export { getEverybodysUsage, listEverybodysDays } from "./monitoring/get-everybodys-usage";
export {
  countPressure,
  getQuotaPressure,
  listLimitEvents,
  listUsageSpikes,
} from "./monitoring/get-quota-pressure";
export { findRunOut, learnPace, projectUse } from "./projection";
export { startOfDay } from "./projection-days";
