import "server-only";

export { enqueueJob } from "./enqueue-job";
export { restartJob } from "./restart-job";
export type { JobName, JobPayloads } from "./types";
