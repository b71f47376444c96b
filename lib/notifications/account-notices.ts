import type { EmailTemplate } from "@/emails/types";
import { pathOf } from "./path-of";
import type { MailNotices } from "./types";

const security = "/settings/security";

/** Of mails about getting in, and about what concerns the safety of an account. Links that open one stay in mails. */
export const accountNotices = {
  "verify-email": null,
  "account-exists": null,
  "reset-password": null,
  "sign-in-link": null,
  "confirm-new-email": null,
  "password-changed": ({ changedAt }) => ({
    title: "Your password was changed",
    body: `On ${changedAt}. If it was not you, set a new one at once.`,
    href: security,
  }),
  "email-change-asked": ({ newEmail }) => ({
    title: "Somebody asked to change your email address",
    body: `To ${newEmail}. If it was not you, object by the link in our mail.`,
    href: "/settings/account",
  }),
  "email-changed": ({ newEmail, changedAt }) => ({
    title: "Your email address was changed",
    body: `To ${newEmail}, on ${changedAt}.`,
    href: "/settings/account",
  }),
  "email-changed-by-support": ({ newEmail, changedAt }) => ({
    title: "Our support changed your email address",
    body: `To ${newEmail}, on ${changedAt}.`,
    href: "/settings/account",
  }),
  "account-linked": ({ provider, account, changedAt }) => ({
    title: `${provider} signs you in now`,
    body: `With ${account}, since ${changedAt}.`,
    href: security,
  }),
  "account-unlinked": ({ provider, account, changedAt }) => ({
    title: `${provider} signs you in no more`,
    body: `${account} was taken off on ${changedAt}.`,
    href: security,
  }),
  "new-device": ({ device, ip, signedInAt }) => ({
    title: `New sign-in: ${device}`,
    body: `${ip === "unknown" ? "On" : `From ${ip}, on`} ${signedInAt}. If it was not you, end that session and change your password.`,
    href: security,
  }),
  "two-factor-changed": ({ what, meaning }) => ({
    title: what,
    body: meaning,
    href: "/settings/security/two-factor",
  }),
  "passkey-added": ({ name, changedAt }) => ({
    title: "A passkey was added to your account",
    body: `${name}, on ${changedAt}.`,
    href: security,
  }),
  "passkey-removed": ({ name, changedAt }) => ({
    title: "A passkey was removed from your account",
    body: `${name}, on ${changedAt}.`,
    href: security,
  }),
  "account-suspended": ({ changedAt }) => ({
    title: "Your account was suspended",
    body: `On ${changedAt}.`,
    href: "/contact",
  }),
  "account-restored": ({ changedAt }) => ({
    title: "Your account is restored",
    body: `On ${changedAt}. Everything works as before.`,
    href: "/dashboard",
  }),
  "admin-added": ({ newEmail, by, changedAt, auditUrl }) => ({
    title: `${newEmail} is an admin now`,
    body: `By ${by}, on ${changedAt}.`,
    href: pathOf(auditUrl),
  }),
  "role-changed": ({ role, changedAt }) => ({
    title: role === "admin" ? "You are an admin now" : "You are no admin any more",
    body: `Since ${changedAt}.`,
    href: role === "admin" ? "/admin" : "/dashboard",
  }),
  "complimentary-plan-given": ({ planName, credits, endsAt }) => ({
    title: `You have ${planName}, on us`,
    body: `${credits} credits a month until ${endsAt}.`,
    href: "/billing",
  }),
  "complimentary-plan-ended": ({ planName }) => ({
    title: `Your ${planName} plan on us has ended`,
    body: "You can choose a plan at any time.",
    href: "/billing/plans",
  }),
  "deletion-asked": ({ deletesAt }) => ({
    title: "Your account will be deleted",
    body: `On ${deletesAt}. Until then you can keep it.`,
    href: "/settings/account",
  }),
  "data-export-ready": ({ size, expiresAt }) => ({
    title: "Your data is ready to download",
    body: `${size}, until ${expiresAt}.`,
    href: "/settings/account",
  }),
} satisfies Partial<MailNotices<EmailTemplate>>;
