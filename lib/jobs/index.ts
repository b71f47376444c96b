import "server-only";

export { enqueueJob, type Job, type JobOptions } from "./enqueue-job";
export type { JobName, JobPayloads } from "./types";
