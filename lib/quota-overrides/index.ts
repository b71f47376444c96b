import "server-only";

export { endQuotaOverride, setQuotaOverride } from "./override-quota";
export { listQuotaOverrides } from "./repository";
