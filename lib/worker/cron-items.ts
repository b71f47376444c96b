import { parseCronItems, type ParsedCronItem } from "graphile-worker";
import type { JobName } from "@/lib/jobs";

/** When each job is started by the clock: UTC, as PostgreSQL and the servers run. */
export const schedule = {
  "sweep-stripe-events": "*/10 * * * *",
  "requeue-stuck-emails": "*/10 * * * *",
  "send-unsent-refunds": "*/10 * * * *",
  "continue-top-ups": "*/10 * * * *",
  "expire-credits": "5 * * * *",
  "continue-complimentary-plans": "2 * * * *",
  "release-expired-holds": "* * * * *",
  "delete-expired-files": "35 * * * *",
  "delete-loose-objects": "*/10 * * * *",
  "expire-data-exports": "50 * * * *",
  "forget-run-keys": "40 * * * *",
  "refresh-analytics": "*/10 * * * *",
  "aggregate-usage": "*/10 * * * *",
  // After the sums of the hour before.
  "find-usage-spikes": "16 * * * *",
  "tell-expiring-credits": "20 8 * * *",
  "find-low-credits": "23 * * * *",
  "send-usage-reports": "7 * * * *",
  "verify-analytics": "5 4 * * *",
  "unlock-dead-workers": "* * * * *",
  "verify-ledger": "15 3 * * *",
  "verify-audit": "35 3 * * *",
  "anonymise-deleted-accounts": "25 4 * * *",
  "forget-old-data": "55 4 * * *",
  reconcile: "45 3 * * *",
} as const satisfies Partial<Record<JobName, string>>;

export type ScheduledJob = keyof typeof schedule;

export function isScheduledJob(name: string): name is ScheduledJob {
  return Object.hasOwn(schedule, name);
}

/** What runs by the clock. A run that fails is not repeated: the next one does its work. */
export function cronItems(): ParsedCronItem[] {
  return parseCronItems(
    Object.entries(schedule).map(([task, match]) => ({
      task,
      match,
      identifier: task,
      options: { jobKey: `cron:${task}`, jobKeyMode: "replace" as const, maxAttempts: 1, backfillPeriod: 0 },
    })),
  );
}
