export type EmailTokenPurpose =
  "verify_email" | "reset_password" | "magic_link" | "change_email" | "undo_email_change";

/** What is behind a link from a mail, before it is used. */
export type LinkState = "live" | "used" | "expired" | "unknown";

export type Role = "member" | "admin";
