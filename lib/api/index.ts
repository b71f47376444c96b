import "server-only";

export { answerNotFound, answerOperation } from "./answer-operation";
export { forgetRunKeys } from "./forget-run-keys";
export { openApiDocument } from "./open-api-document";
export {
  getBalanceOperation,
  getUsageOperation,
  listEntriesOperation,
} from "./operations/account-operations";
export {
  getRunFileOperation,
  getRunOperation,
  getServiceOperation,
  listServicesOperation,
  quoteServiceOperation,
  runServiceOperation,
} from "./operations/service-operations";
export { readServiceCall } from "./read-service-call";
export { runServiceCall } from "./run-service-call";
export { toBalance, toEntryPage, toUsage } from "./to-account";
export { toFileResponse } from "./to-file-response";
export { toRun } from "./to-run";
export { toQuote, toService, toServiceList } from "./to-service";
export { toUsageRange } from "./to-usage-range";
