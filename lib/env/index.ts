import "server-only";

export { findAppUrl } from "./find-app-url";
export { findClientIpHeader } from "./find-client-ip-header";
export { findRefundApproval } from "./find-refund-approval";
export { findSeller } from "./find-seller";
export { findStripeMode } from "./find-stripe-mode";
export { findUsageMonths } from "./find-usage-months";
export { isProduction } from "./is-production";
export { env, EnvironmentError, loadEnv, type Env } from "./load-env";
export { toStorageSettings } from "./storage-settings";
