import type { EmailTemplate } from "@/emails/types";
import type { NotificationKind } from "./types";

/** What kind of notification each mail is. A mail without a kind does not compile. */
const mailKinds: Record<EmailTemplate, NotificationKind> = {
  "verify-email": "requested_links",
  "account-exists": "requested_links",
  "reset-password": "requested_links",
  "sign-in-link": "requested_links",
  "confirm-new-email": "requested_links",
  "password-changed": "account_safety",
  "email-change-asked": "account_safety",
  "email-changed": "account_safety",
  "passkey-added": "account_safety",
  "passkey-removed": "account_safety",
  "account-linked": "account_safety",
  "account-unlinked": "account_safety",
  "new-device": "account_safety",
  "two-factor-changed": "account_safety",
  "account-suspended": "account_changes",
  "account-restored": "account_changes",
  "complimentary-plan-given": "account_changes",
  "complimentary-plan-ended": "account_changes",
  "admin-added": "account_safety",
  "role-changed": "account_changes",
  "email-changed-by-support": "account_safety",
  "deletion-asked": "account_changes",
  "data-export-ready": "account_changes",
  "purchase-receipt": "receipts",
  "renewal-receipt": "receipts",
  refund: "receipts",
  "refund-failed": "receipts",
  "subscription-started": "plan_changes",
  "subscription-changed": "plan_changes",
  "subscription-change-planned": "plan_changes",
  "subscription-change-undone": "plan_changes",
  "subscription-canceled": "plan_changes",
  "subscription-resumed": "plan_changes",
  "subscription-ended": "plan_changes",
  "trial-ending": "plan_changes",
  "trial-extended": "plan_changes",
  "payment-failed": "payment_problems",
  "payment-action-required": "payment_problems",
  "dispute-opened": "disputes",
  "fraud-warning": "disputes",
  "contact-message": "contact_messages",
  "contact-copy": "answers",
  "contact-answer": "answers",
  "credits-low": "credits_low",
  "credits-expiring": "credits_expiring",
  "usage-report": "monthly_report",
  "admin-usage-report": "usage_reports",
};

/** The kind of a mail as it waits in the outbox; null when another release wrote it and this one does not know it. */
export function findMailKind(template: string): NotificationKind | null {
  return Object.hasOwn(mailKinds, template) ? mailKinds[template as EmailTemplate] : null;
}
