import type { EmailMessage } from "./types";

const app = "https://quickscale.example";
const token = "Zr3kq0uYtV6yW1bLh8dPpXnC4sJfA7mE2oGiRkQwTzU";

/** Of the mails about getting in and about accounts. */
export const accountFixtures: readonly EmailMessage[] = [
  {
    template: "verify-email",
    props: { verifyUrl: `${app}/verify-email?token=${token}`, expiresInHours: 24 },
  },
  { template: "account-exists", props: { signInUrl: `${app}/sign-in`, resetUrl: `${app}/forgot-password` } },
  {
    template: "reset-password",
    props: { resetUrl: `${app}/reset-password?token=${token}`, expiresInMinutes: 60 },
  },
  {
    template: "password-changed",
    props: { changedAt: "22 Nov 2026, 08:30:00 UTC", resetUrl: `${app}/forgot-password` },
  },
  {
    template: "sign-in-link",
    props: { signInUrl: `${app}/sign-in/link?token=${token}`, expiresInMinutes: 15 },
  },
  ...(["account-linked", "account-unlinked"] as const).map((template) => ({
    template,
    props: {
      provider: "GitHub",
      account: "ada@example.com",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      securityUrl: `${app}/settings/security`,
      resetUrl: `${app}/forgot-password`,
    },
  })),
  {
    template: "confirm-new-email",
    props: {
      newEmail: "new@example.com",
      confirmUrl: `${app}/confirm-email?token=${token}`,
      expiresInMinutes: 60,
    },
  },
  {
    template: "email-change-asked",
    props: {
      newEmail: "new@example.com",
      askedAt: "22 Nov 2026, 08:30:00 UTC",
      keepUrl: `${app}/keep-email?token=${token}`,
    },
  },
  {
    template: "email-changed",
    props: {
      newEmail: "new@example.com",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      undoInDays: 7,
      keepUrl: `${app}/keep-email?token=${token}`,
    },
  },
  { template: "account-suspended", props: { changedAt: "22 Nov 2026, 08:30:00 UTC" } },
  {
    template: "account-restored",
    props: { changedAt: "22 Nov 2026, 08:30:00 UTC", signInUrl: `${app}/sign-in` },
  },
  {
    template: "admin-added",
    props: {
      newEmail: "ben@example.com",
      by: "ada@example.com",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      auditUrl: `${app}/admin/audit`,
    },
  },
  {
    template: "role-changed",
    props: { role: "admin", changedAt: "22 Nov 2026, 08:30:00 UTC", signInUrl: `${app}/sign-in` },
  },
  {
    template: "email-changed-by-support",
    props: {
      oldEmail: "ada@example.com",
      newEmail: "ada.marlowe@example.com",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
    },
  },
  {
    template: "complimentary-plan-given",
    props: { planName: "Pro", credits: "2,500", endsAt: "22 Feb 2027", billingUrl: `${app}/billing` },
  },
  {
    template: "complimentary-plan-ended",
    props: { planName: "Pro", plansUrl: `${app}/billing/plans` },
  },
  {
    template: "deletion-asked",
    props: { deletesAt: "6 Dec 2026, 08:30:00 UTC", undoUrl: `${app}/settings/account` },
  },
  {
    template: "data-export-ready",
    props: {
      size: "1.4 MB",
      expiresAt: "29 Nov 2026, 08:30:00 UTC",
      accountUrl: `${app}/settings/account`,
    },
  },
  {
    template: "new-device",
    props: {
      device: "Firefox on Windows",
      ip: "203.0.113.9",
      signedInAt: "22 Nov 2026, 08:30:00 UTC",
      securityUrl: `${app}/settings/security`,
      resetUrl: `${app}/forgot-password`,
    },
  },
  {
    template: "two-factor-changed",
    props: {
      what: "A recovery code was used",
      meaning: "It works no more. You have 2 left.",
      device: "Firefox on Windows",
      ip: "203.0.113.9",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      securityUrl: `${app}/settings/security/two-factor`,
      resetUrl: `${app}/forgot-password`,
    },
  },
  {
    template: "passkey-added",
    props: {
      name: "Chrome on macOS",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      securityUrl: `${app}/settings/security`,
    },
  },
  {
    template: "passkey-removed",
    props: {
      name: "Chrome on macOS",
      changedAt: "22 Nov 2026, 08:30:00 UTC",
      securityUrl: `${app}/settings/security`,
    },
  },
];
