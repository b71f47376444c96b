import type { Operation } from "./operation";
import {
  getBalanceOperation,
  getUsageOperation,
  listEntriesOperation,
} from "./operations/account-operations";
import {
  getRunFileOperation,
  getRunOperation,
  getServiceOperation,
  listServicesOperation,
  quoteServiceOperation,
  runServiceOperation,
} from "./operations/service-operations";

/** Every operation of the API, in the order of the document. */
export const operations: readonly Operation[] = [
  listServicesOperation,
  getServiceOperation,
  quoteServiceOperation,
  runServiceOperation,
  getRunOperation,
  getRunFileOperation,
  getBalanceOperation,
  listEntriesOperation,
  getUsageOperation,
];
