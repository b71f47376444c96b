import "server-only";

export { SecondStepRequired } from "./errors";
export { findPendingSignIn } from "./find-pending-sign-in";
export { hasSecondFactor } from "./queries";
export { startSecondStep } from "./start-second-step";
export type { FirstFactor, PendingSignIn } from "./types";
