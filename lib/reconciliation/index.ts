import "server-only";

export { describeDifference, describeRepair } from "./describe-difference";
export { findCandidates, findChosen, type Candidate } from "./find-candidates";
export { inspectObject } from "./inspect-object";
export { getRun, listRuns, type RunDetail } from "./list-runs";
export { previewRegistration } from "./preview-registration";
export { previewRepair } from "./preview-repair";
export { findDifferences, reconcile } from "./reconcile";
export { reconcileRecent } from "./reconcile-recent";
export { findOrigin, registerCharge } from "./register-charge";
export { repairDifference } from "./repair-difference";
export { repairAllOfKind, repairFound, repairQueued } from "./repair-found";
export { runReconciliation } from "./run-reconciliation";
export { cancelRun, startRun } from "./start-run";
export { sweepStripeEvents } from "./sweep-stripe-events";
