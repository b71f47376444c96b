import "server-only";

export { clientIp } from "./client-ip";
export { currentPathHeader } from "./current-path-header";
export { nonceHeader } from "./nonce-header";
export { readForm } from "./read-form";
export { requireSameOrigin } from "./require-same-origin";
export { contentSecurityPolicy } from "./security-headers";
export { stripeJsSources } from "./stripe-js-sources";
export { toProblem } from "./to-problem";
