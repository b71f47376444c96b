import "server-only";

export { continueComplimentaryPlans } from "./continue-plans";
export { endComplimentaryPlan } from "./end-plan";
export { giveComplimentaryPlan } from "./give-plan";
export { findComplimentaryPlan, listGivenPlans } from "./queries";
