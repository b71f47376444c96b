import "server-only";

export { aggregateUsage } from "./aggregate-usage";
export { beginUsage, getUseAllowance, toTakenUse, type QuotaLeft, type UseRefused } from "./begin-usage";
export { allowanceArguments, type Begun } from "./repository";
export { endUsage } from "./insert-together";
export { forgetUsage } from "./forget-usage";
export { getUsage } from "./get-usage";
export { getEverybodysUsage, listEverybodysDays } from "./monitoring/get-everybodys-usage";
export {
  countPressure,
  getQuotaPressure,
  listLimitEvents,
  listUsageSpikes,
} from "./monitoring/get-quota-pressure";
export { everybodysHoursBetween } from "./monitoring/source";
export { findRunOut, learnPace, projectUse } from "./projection";
export { startOfDay } from "./projection-days";
