import "server-only";

export { getLedgerHealth } from "./get-ledger-health";
export { findLastOutcome } from "./queries";
export { requestLedgerCheck } from "./request-ledger-check";
export { checkLedgerByTheClock, runLedgerCheck } from "./run-ledger-check";
