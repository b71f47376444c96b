import "server-only";

export { endOtherSessions } from "./end-other-sessions";
export { endSession } from "./end-session";
export { findSessionUser } from "./find-session-user";
export { getActor } from "./get-actor";
export { hasRecentSignIn } from "./has-recent-sign-in";
export { listSessions } from "./list-sessions";
export { handlers } from "./next-auth";
export { toOwnPath } from "./policy";
export { readRequestOrigin } from "./read-request-origin";
export { requireAdmin } from "./require-admin";
export { requireRecentSignIn } from "./require-recent-sign-in";
export { requireUser } from "./require-user";
export { rotateSession } from "./rotate-session";
export { signInWithLink } from "./sign-in-with-link";
export { signInWithPassword } from "./sign-in-with-password";
export { signOut } from "./sign-out";
export type { SignedInUser } from "./types";
