import "server-only";

export { findLowCredits } from "./find-low-credits";
export { findUsageSpikes } from "./find-usage-spikes";
export { getLowLimit } from "./queries";
export { setLowLimit } from "./set-low-limit";
export { tellCreditsLow } from "./tell-credits-low";
export { tellExpiringCredits } from "./tell-expiring-credits";
export { tellQuotaAlert } from "./tell-quota-alert";
