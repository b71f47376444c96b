import "server-only";

export { describeServices, getMaxFormBytes, getServicePage, listServices, presentRun } from "./catalogue";
export type { RawInput } from "./define-service";
export { deleteExpiredFiles } from "./delete-expired-files";
export { toFingerprint } from "./fingerprint";
export { findRunOfKey, getRun, getRunFile, listRuns } from "./get-run";
export { listServiceHealth } from "./list-service-health";
export { listUsage } from "./list-usage";
export { quoteService } from "./quote-service";
export { runService } from "./run-service";
export { listSwitchedOff } from "./switch-queries";
export { switchService } from "./switch-service";
export { UploadedFile } from "./uploaded-file";
