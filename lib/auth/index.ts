import "server-only";

export { findSessionUser } from "./find-session-user";
export { getActor } from "./get-actor";
export { handlers } from "./next-auth";
export { toOwnPath } from "./policy";
export { requireAdmin } from "./require-admin";
export { requireUser } from "./require-user";
export { signInWithPassword } from "./sign-in-with-password";
export { signOut } from "./sign-out";
export type { SignedInUser } from "./types";
