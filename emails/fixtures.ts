import type { EmailMessage } from "./types";

const app = "https://quickscale.example";
const token = "Zr3kq0uYtV6yW1bLh8dPpXnC4sJfA7mE2oGiRkQwTzU";

/** One believable message of each kind, for previews and tests. */
export const fixtures: readonly EmailMessage[] = [
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
    template: "purchase-receipt",
    props: {
      packName: "500 credits",
      credits: "500",
      amount: "$45.00",
      paidAt: "22 Nov 2026, 08:30:00 UTC",
      card: "Visa ending in 4242",
      balance: "1,250",
      receiptUrl: `${app}/receipt`,
      creditsUrl: `${app}/credits`,
    },
  },
];
