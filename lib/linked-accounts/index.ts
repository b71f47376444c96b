import "server-only";

export { FlowExpired } from "./errors";
export { linkAccount } from "./link-account";
export { findLinkedUserId, listLinkedAccounts } from "./queries";
export { signInByProvider } from "./sign-in-by-provider";
export type { ProviderIdentity } from "./types";
export { unlinkAccount } from "./unlink-account";
