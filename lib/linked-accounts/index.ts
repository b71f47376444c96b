import "server-only";

export { AddressUnverified, FlowExpired } from "./errors";
export { linkAccount } from "./link-account";
export { findLinkedUserId, listLinkedAccounts } from "./queries";
export { signInByProvider } from "./sign-in-by-provider";
export type { LinkedAccount, LinkedProvider, ProviderIdentity } from "./types";
export { unlinkAccount } from "./unlink-account";
