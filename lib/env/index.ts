import "server-only";

export { findAppUrl } from "./find-app-url";
export { isProduction } from "./is-production";
export { env, EnvironmentError, loadEnv, type Env } from "./load-env";
