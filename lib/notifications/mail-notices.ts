import type { EmailMessage, EmailProps, EmailTemplate } from "@/emails/types";
import { accountNotices } from "./account-notices";
import { alertNotices } from "./alert-notices";
import { pathOf } from "./path-of";
import { topUpNotices } from "./top-up-notices";
import type { MailNotices, NoticeWords } from "./types";

const history = "/billing/history";
const plan = "/billing";

/** A mail without an entry does not compile. */
const mailNotices: MailNotices<EmailTemplate> = {
  ...accountNotices,
  ...alertNotices,
  ...topUpNotices,
  "purchase-receipt": ({ packName, credits, amount, balance }) => ({
    title: `You bought ${packName}`,
    body: `${amount} paid, ${credits} credits added. Your balance is ${balance} credits.`,
    href: history,
  }),
  "subscription-started": ({ planName, credits, trialEndsAt, renewsAt }) => ({
    title: trialEndsAt ? `Your trial of ${planName} has begun` : `You are on ${planName}`,
    body: `${credits} credits a month. It ${trialEndsAt ? "is charged" : "renews"} on ${trialEndsAt ?? renewsAt}.`,
    href: plan,
  }),
  "subscription-changed": ({ fromPlan, toPlan, amount, credits }) => ({
    title: `You are on ${toPlan} now`,
    body: `Changed from ${fromPlan}: ${amount} charged, ${credits} credits added.`,
    href: plan,
  }),
  "subscription-change-planned": ({ fromPlan, toPlan, startsAt }) => ({
    title: `Your plan changes to ${toPlan}`,
    body: `On ${startsAt}. Until then you have ${fromPlan}.`,
    href: plan,
  }),
  "subscription-change-undone": ({ planName, droppedPlan }) => ({
    title: `You stay on ${planName}`,
    body: `The change to ${droppedPlan} was taken back.`,
    href: plan,
  }),
  "subscription-canceled": ({ planName, endsAt }) => ({
    title: `${planName} is canceled`,
    body: `It goes on until ${endsAt} and is not charged again.`,
    href: plan,
  }),
  "subscription-resumed": ({ planName, renewsAt }) => ({
    title: `${planName} goes on`,
    body: `It renews on ${renewsAt}.`,
    href: plan,
  }),
  "subscription-ended": ({ planName, unpaid }) => ({
    title: `${planName} has ended`,
    body: unpaid
      ? "Its payment did not succeed. You can choose a plan again at any time."
      : "As you had asked.",
    href: "/billing/plans",
  }),
  "renewal-receipt": ({ planName, amount, credits }) => ({
    title: `${planName} renewed`,
    body: `${amount} paid, ${credits} credits added.`,
    href: history,
  }),
  "payment-failed": ({ planName, amount, nextAttemptAt }) => ({
    title: `The payment for ${planName} did not succeed`,
    body: `${amount} could not be charged. ${nextAttemptAt ? `We try again on ${nextAttemptAt}.` : "It is not tried again by itself."}`,
    href: plan,
  }),
  "payment-action-required": ({ planName, amount }) => ({
    title: `Confirm your payment of ${amount}`,
    body: `Your bank wants to hear from you before it pays for ${planName}.`,
    href: plan,
  }),
  "trial-ending": ({ planName, trialEndsAt, price }) => ({
    title: `Your trial of ${planName} ends soon`,
    body: `On ${trialEndsAt}. Then it costs ${price}.`,
    href: plan,
  }),
  "trial-extended": ({ planName, trialEndsAt }) => ({
    title: `Your trial of ${planName} lasts longer`,
    body: `Until ${trialEndsAt}.`,
    href: plan,
  }),
  refund: ({ purchase, amount, credits }) => ({
    title: `${amount} refunded`,
    body: `For ${purchase}. ${credits === null ? "Its credits stay yours." : `${credits} credits were taken back.`}`,
    href: history,
  }),
  "refund-failed": ({ purchase, amount, credits }) => ({
    title: `A refund of ${amount} could not be paid out`,
    body: `For ${purchase}.${credits === null ? "" : ` ${credits} credits are yours again.`}`,
    href: history,
  }),
  "dispute-opened": ({ purchase, amount, memberEmail, dueBy, disputeUrl }) => ({
    title: `Dispute: ${purchase}, ${amount}`,
    body: `The bank of ${memberEmail} asks.${dueBy ? ` Evidence is due by ${dueBy}.` : ""}`,
    href: pathOf(disputeUrl),
  }),
  "fraud-warning": ({ purchase, amount, memberEmail, paymentUrl }) => ({
    title: `Fraud warning: ${purchase}, ${amount}`,
    body: `Of a payment by ${memberEmail}.`,
    href: pathOf(paymentUrl),
  }),
  "contact-message": ({ name, subject, messageUrl }) => ({
    title: `New message: ${subject}`,
    body: `From ${name}.`,
    href: pathOf(messageUrl),
  }),
  "contact-copy": null,
  "contact-answer": null,
  "usage-report": ({ month, figures, usageUrl }) => ({
    title: `Your report for ${month} is ready`,
    body: `${figures.map(({ label, value }) => `${label}: ${value}`).join(". ")}.`,
    href: pathOf(usageUrl),
  }),
  "admin-usage-report": null,
};

function wordsOf<T extends EmailTemplate>(template: T, props: EmailProps[T]): NoticeWords | null {
  return mailNotices[template]?.(props) ?? null;
}

/** The words inside the app for what a mail tells; null where it is told by mail alone. */
export function toWords({ template, props }: EmailMessage): NoticeWords | null {
  return wordsOf(template, props);
}
