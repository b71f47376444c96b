import "server-only";

export { drainJobs } from "./drain-jobs";
export { runCron } from "./run-cron";
export { runWorker, type RunningWorker } from "./run-worker";
export { startServerWorker } from "./start-server-worker";
