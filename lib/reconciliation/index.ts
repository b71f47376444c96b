import "server-only";

export { describeDifference, describeRepair } from "./describe-difference";
export { inspectObject } from "./inspect-object";
export { findDifferences, reconcile } from "./reconcile";
export { reconcileRecent } from "./reconcile-recent";
export { repairDifference } from "./repair-difference";
export { sweepStripeEvents } from "./sweep-stripe-events";
