/** What can happen to the safety of an account. */
export const securityEventKinds = [
  "signed_in",
  "signed_in_failed_locked",
  "magic_link_used",
  "password_changed",
  "email_changed",
  "account_linked",
  "account_unlinked",
  "session_ended",
  "sessions_ended",
  "two_factor_on",
  "two_factor_off",
  "second_step_locked",
  "recovery_codes_renewed",
  "recovery_code_used",
  "passkey_used",
  "passkey_added",
  "passkey_removed",
  "api_key_created",
  "api_key_rotated",
  "api_key_revoked",
  "account_suspended",
  "account_restored",
  "role_changed",
  "account_deletion_asked",
  "account_deletion_undone",
  "data_exported",
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

/** Where a request came from, as far as it is known. */
export interface EventOrigin {
  ip: string | null;
  userAgent: string | null;
}

export interface NewSecurityEvent {
  userId: string;
  kind: SecurityEventKind;
  origin: EventOrigin;
  /** Words for the owner, such as the name of a key; never a secret. */
  detail?: string | null;
  now: Date;
}

export interface SecurityEvent extends EventOrigin {
  id: string;
  kind: string;
  detail: string | null;
  at: Date;
}

export interface SecurityEventPage {
  events: SecurityEvent[];
  /** Cursors of the neighbouring pages. */
  older: string | null;
  newer: string | null;
}
