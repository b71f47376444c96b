import "server-only";

export { findAppUrl } from "./find-app-url";
export { findSeller } from "./find-seller";
export { isProduction } from "./is-production";
export { env, EnvironmentError, loadEnv, type Env } from "./load-env";
