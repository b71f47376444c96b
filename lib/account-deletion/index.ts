import "server-only";

export { anonymiseDeletedAccounts } from "./anonymise-deleted-accounts";
export { askDeletion } from "./ask-deletion";
export { findDeletion } from "./queries";
export { undoDeletion } from "./undo-deletion";
