import "server-only";

export { applyEarlierReturns } from "./apply-earlier-returns";
export { prepareFraudWarning } from "./record-fraud-warning";
export { prepareDispute } from "./settle-dispute";
