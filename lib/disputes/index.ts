import "server-only";

export { applyEarlierReturns } from "./apply-earlier-returns";
export { listDisputes } from "./list-disputes";
export { prepareFraudWarning } from "./record-fraud-warning";
export { prepareDispute } from "./settle-dispute";
