import "server-only";

export { enqueueJob } from "./enqueue-job";
export type { JobName, JobPayloads } from "./types";
