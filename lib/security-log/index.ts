import "server-only";

export { listSecurityEvents } from "./list-security-events";
export { recordLockedSecondStep } from "./record-locked-second-step";
export { recordLockedSignIn } from "./record-locked-sign-in";
export { recordSecurityEvent } from "./record-security-event";
export type { EventOrigin } from "./types";
