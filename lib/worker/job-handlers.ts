import { forgetRunKeys } from "@/lib/api";
import { refreshAnalytics, verifyAnalyticsByTheClock } from "@/lib/analytics";
import { checkAudit } from "@/lib/audit";
import { continueTopUps, topUpCredits } from "@/lib/auto-top-up";
import { anonymiseDeletedAccounts } from "@/lib/account-deletion";
import { continueComplimentaryPlans } from "@/lib/complimentary-plans";
import type { AppContext } from "@/lib/context";
import { expireCredits, releaseExpiredHolds } from "@/lib/credits";
import { expireDataExports, makeDataExport } from "@/lib/data-export";
import { syncCustomerEmail } from "@/lib/customers";
import type { JobName, JobPayloads } from "@/lib/jobs";
import { checkLedgerByTheClock, runLedgerCheck } from "@/lib/ledger-checks";
import { requeueStuckEmails, sendQueuedEmail } from "@/lib/notifications";
import { reconcileRecent, repairQueued, runReconciliation, sweepStripeEvents } from "@/lib/reconciliation";
import { sendRefund, sendUnsentRefunds } from "@/lib/refunds";
import { forgetOldData } from "@/lib/retention";
import { deleteExpiredFiles } from "@/lib/services";
import { deleteLooseObjects } from "@/lib/stored-objects";
import { processCustomerEvents, processStripeEvent } from "@/lib/stripe-events";
import { endSubscription, endSurplusSubscription } from "@/lib/subscriptions";
import { aggregateUsage } from "@/lib/usage";
import {
  findLowCredits,
  findUsageSpikes,
  tellCreditsLow,
  tellExpiringCredits,
  tellQuotaAlert,
} from "@/lib/usage-alerts";
import { sendUsageReports } from "@/lib/usage-reports";
import { unlockDeadWorkers } from "./unlock-dead-workers";

export type JobHandlers = {
  [Name in JobName]: (ctx: AppContext, payload: JobPayloads[Name]) => Promise<unknown>;
};

/** Every job with the use case that does it: a job without one does not compile. */
export const jobHandlers: JobHandlers = {
  "send-email": sendQueuedEmail,
  "requeue-stuck-emails": requeueStuckEmails,
  "process-stripe-event": (ctx, { eventId }) => processStripeEvent(ctx, eventId),
  "process-customer-events": (ctx, { stripeCustomerId }) => processCustomerEvents(ctx, stripeCustomerId),
  "end-subscription": endSubscription,
  "end-surplus-subscription": endSurplusSubscription,
  "sync-customer-email": syncCustomerEmail,
  "send-refund": (ctx, { refundId }) => sendRefund(ctx, refundId),
  "send-unsent-refunds": sendUnsentRefunds,
  "sweep-stripe-events": sweepStripeEvents,
  "top-up-credits": topUpCredits,
  "continue-top-ups": continueTopUps,
  "expire-credits": expireCredits,
  "continue-complimentary-plans": continueComplimentaryPlans,
  "release-expired-holds": releaseExpiredHolds,
  "verify-ledger": checkLedgerByTheClock,
  "check-ledger": (ctx, { checkId }) => runLedgerCheck(ctx, checkId),
  "verify-audit": (ctx) => checkAudit({ ...ctx, actor: { kind: "system", name: "worker" } }),
  reconcile: reconcileRecent,
  "run-reconciliation": runReconciliation,
  "repair-differences": repairQueued,
  "delete-expired-files": deleteExpiredFiles,
  "delete-loose-objects": deleteLooseObjects,
  "make-data-export": makeDataExport,
  "expire-data-exports": expireDataExports,
  "forget-run-keys": forgetRunKeys,
  "anonymise-deleted-accounts": anonymiseDeletedAccounts,
  "forget-old-data": forgetOldData,
  "refresh-analytics": refreshAnalytics,
  "aggregate-usage": aggregateUsage,
  "tell-quota-alert": tellQuotaAlert,
  "tell-credits-low": tellCreditsLow,
  "tell-expiring-credits": tellExpiringCredits,
  "find-usage-spikes": findUsageSpikes,
  "find-low-credits": findLowCredits,
  "send-usage-reports": sendUsageReports,
  "verify-analytics": verifyAnalyticsByTheClock,
  "unlock-dead-workers": unlockDeadWorkers,
};
