import type { SecurityEventKind } from "@/lib/security-log/types";

const words: Record<SecurityEventKind, string> = {
  signed_in: "Signed in",
  signed_in_failed_locked: "Signing in was locked after wrong passwords",
  magic_link_used: "Signed in by a link from a mail",
  password_changed: "Password changed",
  email_changed: "Email address changed",
  account_linked: "Sign-in by another account linked",
  account_unlinked: "Sign-in by another account unlinked",
  session_ended: "A session was ended",
  sessions_ended: "All other sessions were ended",
  two_factor_on: "Two-factor sign-in turned on",
  two_factor_off: "Two-factor sign-in turned off",
  second_step_locked: "Two-factor codes were locked after wrong ones",
  recovery_codes_renewed: "New recovery codes made",
  recovery_code_used: "A recovery code was used",
  passkey_used: "A passkey was used",
  passkey_added: "Passkey added",
  passkey_removed: "Passkey removed",
  api_key_created: "API key created",
  api_key_rotated: "API key got a new secret",
  api_key_revoked: "API key revoked",
  account_suspended: "Account suspended",
  account_restored: "Account restored",
  role_changed: "Role of the account changed",
  account_deletion_asked: "Deletion of the account asked for",
  account_deletion_undone: "Deletion of the account undone",
  data_exported: "Data exported",
};

/** What the owner reads of an event. A kind that this release does not know keeps its name. */
export function toEventWords(kind: string): string {
  return Object.hasOwn(words, kind) ? words[kind as SecurityEventKind] : kind.replaceAll("_", " ");
}
