import "server-only";

export { chooseZone } from "./choose-zone";
export { getCollections } from "./get-collections";
export { getCreditFlow } from "./get-credit-flow";
export { getPeople } from "./get-people";
export { getPlanShares } from "./get-plan-shares";
export { getRecurring } from "./get-recurring";
export { getRetention } from "./get-retention";
export { getRevenue } from "./get-revenue";
export { getServices } from "./get-services";
export { openAnalytics } from "./reading";
export { readPulse } from "./read-pulse";
export { rebuildAnalytics } from "./rebuild-analytics";
export { refreshAnalytics } from "./refresh-analytics";
export { verifyAnalytics, verifyAnalyticsByTheClock } from "./verify-analytics";
