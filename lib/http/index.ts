import "server-only";

export { clientIp } from "./client-ip";
export { currentPathHeader } from "./current-path-header";
export { ForeignOrigin, requireSameOrigin } from "./require-same-origin";
export { statusOf, toProblem } from "./to-problem";
