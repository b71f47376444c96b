import "server-only";

export { endSurplusSubscription } from "./end-surplus-subscription";
export { assertMaySubscribe, hadPlan } from "./may-subscribe";
export { endPlanOf, findLiveSubscription } from "./repository";
export { noNews, prepareInvoice } from "./sync-invoice";
export { prepareSubscriptions } from "./sync-subscriptions";
