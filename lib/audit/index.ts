import "server-only";

export { checkAudit } from "./check-audit";
export { exportAudit } from "./export-audit";
export { findLastCheck } from "./find-last-check";
export { listAudit } from "./list-audit";
export { findAuditFilter } from "./find-audit-filter";
export { recordAudit } from "./record-audit";
export { verifyAudit } from "./verify-audit";
