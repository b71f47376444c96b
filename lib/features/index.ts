import "server-only";

export { findMissing } from "./find-missing";
export { listFeatures } from "./list-features";
export type { Feature } from "./types";
