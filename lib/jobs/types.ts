/** Every job by name with what it carries: ids and plain JSON, never objects that can go stale. */
export interface JobPayloads {
  "send-email": { emailId: string };
  "process-stripe-event": { eventId: string };
  "process-customer-events": { stripeCustomerId: string };
  "end-subscription": { stripeSubscriptionId: string };
  "end-surplus-subscription": { stripeSubscriptionId: string };
  "requeue-stuck-emails": Record<string, never>;
  "sync-customer-email": { userId: string };
  "send-refund": { refundId: string };
  "send-unsent-refunds": Record<string, never>;
  "sweep-stripe-events": Record<string, never>;
  "top-up-credits": { userId: string };
  "continue-top-ups": Record<string, never>;
  "expire-credits": Record<string, never>;
  "continue-complimentary-plans": Record<string, never>;
  "release-expired-holds": Record<string, never>;
  "verify-ledger": Record<string, never>;
  "check-ledger": { checkId: string };
  "verify-audit": Record<string, never>;
  reconcile: Record<string, never>;
  "run-reconciliation": { runId: string };
  "repair-differences": { runId: string };
  "delete-expired-files": Record<string, never>;
  "delete-loose-objects": Record<string, never>;
  "make-data-export": { exportId: string };
  "expire-data-exports": Record<string, never>;
  "forget-run-keys": Record<string, never>;
  "anonymise-deleted-accounts": Record<string, never>;
  "forget-old-data": Record<string, never>;
  "refresh-analytics": Record<string, never>;
  "aggregate-usage": Record<string, never>;
  "tell-quota-alert": { alertId: string };
  "tell-credits-low": { userId: string };
  "tell-expiring-credits": Record<string, never>;
  "find-usage-spikes": Record<string, never>;
  "find-low-credits": Record<string, never>;
  "send-usage-reports": Record<string, never>;
  "verify-analytics": Record<string, never>;
  "unlock-dead-workers": Record<string, never>;
}

export type JobName = keyof JobPayloads;

export interface Job<Name extends JobName> {
  name: Name;
  payload: JobPayloads[Name];
  /** At most one job per key. */
  key?: string;
  /** In PostgreSQL's own time: from `systemClock`, never from `clock`, which may be months ahead. */
  runAt?: Date;
  maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  queue?: string;
}
