import "server-only";

export { drainJobs } from "./drain-jobs";
export { runCron } from "./run-cron";
export { runWorker } from "./run-worker";
export { startServerWorker } from "./start-server-worker";
