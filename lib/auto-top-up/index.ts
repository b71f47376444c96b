import "server-only";

export { continueTopUps } from "./continue-top-ups";
export { findAutoTopUp, getAutoTopUp } from "./get-auto-top-up";
export { saveAutoTopUp } from "./save-auto-top-up";
export { settleTopUp } from "./settle-top-up";
export { switchOffAutoTopUp } from "./switch-off-auto-top-up";
export { topUpCredits } from "./top-up-credits";
