import "server-only";

export { captureHold } from "./capture-hold";
export { forgiveDebt } from "./forgive-debt";
export { freezeLot } from "./freeze-lot";
export { grantCredits } from "./grant-credits";
export { holdCredits } from "./hold-credits";
export { releaseHold } from "./release-hold";
export { restoreCredits } from "./restore-credits";
export { revokeCredits } from "./revoke-credits";
export { spendCredits } from "./spend-credits";
export { unfreezeLot } from "./unfreeze-lot";
