import "server-only";

export { listAudit } from "./list-audit";
export { recordAudit } from "./record-audit";
export { verifyAudit } from "./verify-audit";
