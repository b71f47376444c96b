import type { AlertEmailProps } from "./alert-props";

type LinkedAccountProps = {
  /** "Google" */
  provider: string;
  /** Its address there. */
  account: string;
  changedAt: string;
  securityUrl: string;
  resetUrl: string;
};

/**
 * Props of every mail we send, by template name. Everything is already formatted or plain data: amounts with their
 * currency, instants with their time zone ("22 Nov 2026, 08:30 UTC"), prices with their rhythm ("$50.00 a month"),
 * credits as numbers alone ("1,250"). `number` is that of the document which goes with the mail.
 */
export interface EmailProps extends AlertEmailProps {
  "verify-email": { verifyUrl: string; expiresInHours: number };
  "account-exists": { signInUrl: string; resetUrl: string };
  "reset-password": { resetUrl: string; expiresInMinutes: number };
  "password-changed": { changedAt: string; resetUrl: string };
  "sign-in-link": { signInUrl: string; expiresInMinutes: number };
  /** To the new address. */
  "confirm-new-email": { newEmail: string; confirmUrl: string; expiresInMinutes: number };
  /** To the present address. */
  "email-change-asked": { newEmail: string; askedAt: string; keepUrl: string };
  /** To the earlier address. */
  "email-changed": { newEmail: string; changedAt: string; undoInDays: number; keepUrl: string };
  "account-linked": LinkedAccountProps;
  "account-unlinked": LinkedAccountProps;
  "account-suspended": { changedAt: string };
  "account-restored": { changedAt: string; signInUrl: string };
  "admin-added": { newEmail: string; by: string; changedAt: string; auditUrl: string };
  "role-changed": { role: "member" | "admin"; changedAt: string; signInUrl: string };
  "complimentary-plan-given": { planName: string; credits: string; endsAt: string; billingUrl: string };
  "complimentary-plan-ended": { planName: string; plansUrl: string };
  "email-changed-by-support": { oldEmail: string; newEmail: string; changedAt: string };
  "deletion-asked": { deletesAt: string; undoUrl: string };
  /** Leads to the page, never to the file. */
  "data-export-ready": { size: string; expiresAt: string; accountUrl: string };
  "new-device": {
    /** "Firefox on Windows" */
    device: string;
    ip: string;
    signedInAt: string;
    securityUrl: string;
    resetUrl: string;
  };
  /** Something about two-factor sign-in changed. */
  "two-factor-changed": {
    /** "Two-factor sign-in is off" */
    what: string;
    /** What that means for the reader. */
    meaning: string;
    device: string;
    ip: string;
    changedAt: string;
    securityUrl: string;
    resetUrl: string;
  };
  "passkey-added": { name: string; changedAt: string; securityUrl: string };
  "passkey-removed": { name: string; changedAt: string; securityUrl: string };
  "purchase-receipt": {
    packName: string;
    credits: string;
    amount: string;
    paidAt: string;
    card: string | null;
    balance: string;
    number: string | null;
    receiptUrl: string | null;
    creditsUrl: string;
  };
  "subscription-started": {
    planName: string;
    price: string;
    /** Paid now; "$0.00" while on trial. */
    amount: string;
    card: string | null;
    /** Of one month. */
    credits: string;
    renewsAt: string;
    /** While on trial: when it ends and the plan is charged. */
    trialEndsAt: string | null;
    number: string | null;
    planUrl: string;
  };
  /** A change that took effect at once. */
  "subscription-changed": {
    fromPlan: string;
    toPlan: string;
    price: string;
    /** Charged now, for what is left of the period. */
    amount: string;
    card: string | null;
    /** Added now. */
    credits: string;
    renewsAt: string;
    number: string | null;
    planUrl: string;
  };
  /** A change that waits for the end of the period. */
  "subscription-change-planned": {
    fromPlan: string;
    toPlan: string;
    startsAt: string;
    price: string;
    /** Of one month of the new plan. */
    credits: string;
    planUrl: string;
  };
  /** A change that waited and was taken back. */
  "subscription-change-undone": {
    planName: string;
    droppedPlan: string;
    price: string;
    renewsAt: string;
    planUrl: string;
  };
  "subscription-canceled": { planName: string; endsAt: string; planUrl: string };
  "subscription-resumed": { planName: string; price: string; renewsAt: string; planUrl: string };
  "subscription-ended": {
    planName: string;
    endedAt: string;
    /** It ended because it could not be charged, not because somebody canceled it. */
    unpaid: boolean;
    plansUrl: string;
  };
  "renewal-receipt": {
    planName: string;
    amount: string;
    paidAt: string;
    card: string | null;
    credits: string;
    renewsAt: string;
    number: string | null;
    /** Stripe's own page of the invoice. */
    invoiceUrl: string | null;
    creditsUrl: string;
  };
  "payment-failed": {
    planName: string;
    amount: string;
    card: string | null;
    failedAt: string;
    /** Why, in words for the card's owner: "The card has insufficient funds." */
    reason: string | null;
    /** Null when nothing more is tried by itself. */
    nextAttemptAt: string | null;
    updateUrl: string;
  };
  /** The bank wants to hear from its customer before it pays. */
  "payment-action-required": { planName: string; amount: string; card: string | null; confirmUrl: string };
  "trial-ending": {
    planName: string;
    trialEndsAt: string;
    price: string;
    card: string | null;
    credits: string;
    planUrl: string;
  };
  "trial-extended": { planName: string; trialEndsAt: string; price: string; planUrl: string };
  refund: {
    purchase: string;
    amount: string;
    refundedAt: string;
    card: string | null;
    /** Taken back, debt included; null when they were left to the member. */
    credits: string | null;
    /** The part of them that was spent already; null when there is none. */
    debt: string | null;
    number: string | null;
    historyUrl: string;
  };
  "refund-failed": {
    purchase: string;
    amount: string;
    failedAt: string;
    /** Given back because of it; null when none had been taken. */
    credits: string | null;
    number: string | null;
    historyUrl: string;
  };
  /** To admins. */
  "dispute-opened": {
    purchase: string;
    amount: string;
    memberEmail: string;
    openedAt: string;
    reason: string;
    /** The evidence must be at Stripe by then; null when Stripe wants none. */
    dueBy: string | null;
    /** The bank only asks so far: no money was moved, and nothing is frozen. */
    inquiry: boolean;
    /** Frozen until it is decided. */
    credits: string;
    disputeUrl: string;
  };
  /** To admins. */
  "fraud-warning": {
    purchase: string;
    amount: string;
    memberEmail: string;
    warnedAt: string;
    reason: string;
    /** A refund now may still prevent a dispute. */
    actionable: boolean;
    paymentUrl: string;
  };
  /** To admins: what somebody wrote on the contact page. */
  "contact-message": {
    name: string;
    email: string;
    subject: string;
    body: string;
    sentAt: string;
    messageUrl: string;
  };
  /** To its writer; what was written only where the address is proven to be theirs. */
  "contact-copy": { written: { name: string; subject: string; body: string } | null; sentAt: string };
  "contact-answer": { name: string; subject: string; body: string; written: string; contactUrl: string };
  "top-up-refused": {
    packName: string;
    amount: string;
    card: string;
    /** The bank's words. */
    reason: string | null;
    refusedAt: string;
    billingUrl: string;
  };
  "top-up-needs-you": { packName: string; amount: string; card: string; buyUrl: string };
  "top-up-off": {
    threshold: string;
    /** Reads after "because": "there was no saved card to charge". */
    why: string;
    /** What to do, as a sentence. */
    next: string;
    settingsUrl: string;
  };
  "top-up-capped": {
    packName: string;
    cap: string;
    threshold: string;
    /** "1 Dec 2026" */
    resumesAt: string;
    settingsUrl: string;
  };
  "usage-report": {
    /** "October 2026" */
    month: string;
    zone: string;
    figures: readonly EmailFact[];
    services: readonly EmailFact[];
    meters: readonly EmailFact[];
    balance: string;
    usageUrl: string;
    pdfUrl: string;
  };
  /** To an admin, of what everybody used. */
  "admin-usage-report": {
    period: string;
    zone: string;
    /** Reads after "You get this": "each week, as you chose". */
    why: string;
    figures: readonly EmailFact[];
    services: readonly EmailFact[];
    people: readonly EmailFact[];
    pageUrl: string;
    downloads: readonly { label: string; url: string }[];
  };
}

/** A figure with what it is of. */
type EmailFact = {
  label: string;
  value: string;
};

/** At the foot of a mail that its reader can switch off. */
export interface EmailFooter {
  /** A page with a button. */
  pageUrl: string;
  settingsUrl: string;
}

export type EmailTemplate = keyof EmailProps;

export type EmailMessage = { [T in EmailTemplate]: { template: T; props: EmailProps[T] } }[EmailTemplate];
