import "server-only";

export { getMaxFormBytes, getServicePage, listServices, presentRun } from "./catalogue";
export type { RawInput } from "./define-service";
export { deleteExpiredFiles } from "./delete-expired-files";
export { getRun, getRunFile, listRuns } from "./get-run";
export { quoteService } from "./quote-service";
export { runService } from "./run-service";
export { UploadedFile } from "./uploaded-file";
