import "server-only";

export { getQueue } from "./get-queue";
export { listFailedJobs } from "./list-failed-jobs";
export { countFailedJobs } from "./queries";
export { retryJob } from "./retry-job";
export { runScheduledJob } from "./run-scheduled-job";
