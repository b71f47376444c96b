import "server-only";

export { findSessionUser } from "./find-session-user";
export { getActor } from "./get-actor";
export { hasRecentSignIn } from "./has-recent-sign-in";
export { handlers } from "./next-auth";
export { toOwnPath } from "./policy";
export { readRequestOrigin } from "./read-request-origin";
export { requireAdmin } from "./require-admin";
export { requireRecentSignIn } from "./require-recent-sign-in";
export { requireUser } from "./require-user";
export { signInWithPassword } from "./sign-in-with-password";
export { signOut } from "./sign-out";
export type { SignedInUser } from "./types";
