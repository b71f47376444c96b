import "server-only";

export { beginAdding } from "./begin-adding";
export { findDefaultCard } from "./find-default-card";
export { finishAdding } from "./finish-adding";
export { listPaymentMethods } from "./list-payment-methods";
export { makeDefault } from "./make-default";
export { openPortal } from "./open-portal";
export { openSetupPage } from "./open-setup-page";
export { removePaymentMethod } from "./remove-payment-method";
