import "server-only";

export { cancelPlan, resumePlan } from "./cancel-plan";
export { confirmPlanChange } from "./confirm-plan-change";
export { endSurplusSubscription } from "./end-surplus-subscription";
export { prepareEndWithCustomer } from "./end-with-customer";
export { extendTrial } from "./extend-trial";
export { grantsOfInvoice } from "./invoice-grants";
export { assertMaySubscribe, hadPlan } from "./may-subscribe";
export { pausePlan, unpausePlan } from "./pause-plan";
export { isUpgrade } from "./policy";
export { previewPlanChange } from "./preview-plan-change";
export { findOpenInvoice, getPlan } from "./queries";
export { findLiveSubscription } from "./repository";
export { prepareInvoice } from "./sync-invoice";
export { prepareSubscriptions } from "./sync-subscriptions";
export { undoPlanChange } from "./undo-plan-change";
