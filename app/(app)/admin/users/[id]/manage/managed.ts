/** What an admin has just done on the page of acts, as its address says it. */
export const managedActs = [
  "suspended",
  "restored",
  "verified",
  "unlocked",
  "sessions-ended",
  "reset-sent",
  "two-factor-off",
  "passkeys-removed",
  "role-changed",
  "email-changed",
  "plan-given",
  "plan-ended",
  "quota-set",
  "quota-ended",
] as const;
export type ManagedAct = (typeof managedActs)[number];

export const managedWords: Readonly<Record<ManagedAct, string>> = {
  suspended: "The account is suspended, and its owner was told.",
  restored: "The account is restored, and its owner was told.",
  verified: "The address counts as confirmed.",
  unlocked: "The lock is lifted: they may try again.",
  "sessions-ended": "Every session has ended.",
  "reset-sent": "The link to set a new password is on its way to them.",
  "two-factor-off": "Two-factor sign-in is off, and its owner was told.",
  "passkeys-removed": "The passkeys are removed, and their owner was told.",
  "role-changed": "The role was changed, and its owner was told.",
  "email-changed": "The address was changed, and both addresses were told.",
  "plan-given": "The plan was given, and its owner was told.",
  "plan-ended": "The plan given has ended, and its owner was told.",
  "quota-set": "The limit is set. It counts from their next use on.",
  "quota-ended": "The limit is ended. Their plan’s counts again.",
};
