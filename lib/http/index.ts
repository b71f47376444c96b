import "server-only";

export { clientIp } from "./client-ip";
export { currentPathHeader } from "./current-path-header";
export { nonceHeader } from "./nonce-header";
export { ForeignOrigin, requireSameOrigin } from "./require-same-origin";
export { contentSecurityPolicy } from "./security-headers";
export { statusOf, toProblem } from "./to-problem";
