import { accountRegistry } from "./account-registry";
import { alertRegistry } from "./alert-registry";
import { ContactAnswer } from "./contact-answer";
import { ContactCopy } from "./contact-copy";
import { ContactMessage } from "./contact-message";
import { DisputeOpened } from "./dispute-opened";
import { FraudWarning } from "./fraud-warning";
import { PaymentActionRequired } from "./payment-action-required";
import { PaymentFailed } from "./payment-failed";
import { PurchaseReceipt } from "./purchase-receipt";
import { Refund } from "./refund";
import { RefundFailed } from "./refund-failed";
import { RenewalReceipt } from "./renewal-receipt";
import { SubscriptionCanceled } from "./subscription-canceled";
import { SubscriptionChangePlanned } from "./subscription-change-planned";
import { SubscriptionChangeUndone } from "./subscription-change-undone";
import { SubscriptionChanged } from "./subscription-changed";
import { SubscriptionEnded } from "./subscription-ended";
import { SubscriptionResumed } from "./subscription-resumed";
import { SubscriptionStarted } from "./subscription-started";
import { TrialEnding } from "./trial-ending";
import { TrialExtended } from "./trial-extended";
import { AdminUsageReport } from "./admin-usage-report";
import { UsageReport } from "./usage-report";
import { topUpRegistry } from "./top-up-registry";
import type { Templates } from "./template";
import type { EmailTemplate } from "./types";

/** Every mail we send: its subject and its body. A template without an entry does not compile. */
export const registry: Templates<EmailTemplate> = {
  ...accountRegistry,
  ...alertRegistry,
  ...topUpRegistry,
  "purchase-receipt": {
    subject: ({ packName, amount }) => `Receipt: ${packName}, ${amount}`,
    body: (props) => <PurchaseReceipt {...props} />,
  },
  "subscription-started": {
    subject: ({ planName, trialEndsAt }) =>
      trialEndsAt ? `Your trial of ${planName} has begun` : `You are on ${planName}`,
    body: (props) => <SubscriptionStarted {...props} />,
  },
  "subscription-changed": {
    subject: ({ toPlan }) => `You are on ${toPlan} now`,
    body: (props) => <SubscriptionChanged {...props} />,
  },
  "subscription-change-planned": {
    subject: ({ toPlan }) => `Your plan changes to ${toPlan}`,
    body: (props) => <SubscriptionChangePlanned {...props} />,
  },
  "subscription-change-undone": {
    subject: ({ planName }) => `You stay on ${planName}`,
    body: (props) => <SubscriptionChangeUndone {...props} />,
  },
  "subscription-canceled": {
    subject: ({ planName }) => `${planName} is canceled`,
    body: (props) => <SubscriptionCanceled {...props} />,
  },
  "subscription-resumed": {
    subject: ({ planName }) => `${planName} goes on`,
    body: (props) => <SubscriptionResumed {...props} />,
  },
  "subscription-ended": {
    subject: ({ planName }) => `${planName} has ended`,
    body: (props) => <SubscriptionEnded {...props} />,
  },
  "renewal-receipt": {
    subject: ({ planName, amount }) => `Receipt: ${planName}, ${amount}`,
    body: (props) => <RenewalReceipt {...props} />,
  },
  "payment-failed": {
    subject: ({ planName, amount }) => `Payment failed: ${planName}, ${amount}`,
    body: (props) => <PaymentFailed {...props} />,
  },
  "payment-action-required": {
    subject: ({ amount }) => `Confirm your payment of ${amount}`,
    body: (props) => <PaymentActionRequired {...props} />,
  },
  "trial-ending": {
    subject: ({ planName }) => `Your trial of ${planName} ends soon`,
    body: (props) => <TrialEnding {...props} />,
  },
  "trial-extended": {
    subject: ({ planName }) => `Your trial of ${planName} lasts longer`,
    body: (props) => <TrialExtended {...props} />,
  },
  refund: {
    subject: ({ purchase, amount }) => `Refund: ${purchase}, ${amount}`,
    body: (props) => <Refund {...props} />,
  },
  "refund-failed": {
    subject: ({ amount }) => `A refund of ${amount} could not be paid out`,
    body: (props) => <RefundFailed {...props} />,
  },
  "dispute-opened": {
    subject: ({ purchase, amount }) => `Dispute: ${purchase}, ${amount}`,
    body: (props) => <DisputeOpened {...props} />,
  },
  "fraud-warning": {
    subject: ({ purchase, amount }) => `Fraud warning: ${purchase}, ${amount}`,
    body: (props) => <FraudWarning {...props} />,
  },
  "contact-message": {
    subject: ({ subject }) => `New message: ${subject}`,
    body: (props) => <ContactMessage {...props} />,
  },
  "contact-copy": {
    subject: ({ written }) => `We got your message${written ? `: ${written.subject}` : ""}`,
    body: (props) => <ContactCopy {...props} />,
  },
  "contact-answer": {
    subject: ({ subject }) => `Re: ${subject}`,
    body: (props) => <ContactAnswer {...props} />,
  },
  "usage-report": {
    subject: ({ month }) => `Your use in ${month}`,
    body: (props, footer) => <UsageReport {...props} footer={footer} />,
  },
  "admin-usage-report": {
    subject: ({ period }) => `Everybody’s use, ${period}`,
    body: (props, footer) => <AdminUsageReport {...props} footer={footer} />,
  },
};
