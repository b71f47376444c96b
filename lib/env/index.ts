import "server-only";

export { env, EnvironmentError, loadEnv, type Env } from "./load-env";
