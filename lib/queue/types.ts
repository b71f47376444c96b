/** What waits of one kind of job, and how it goes. */
export interface QueuedTask {
  name: string;
  /** Due, or due later, and never tried. */
  waiting: number;
  running: number;
  /** Failed and tried again by itself. */
  retrying: number;
  /** Failed for good: only somebody starts it again. */
  failed: number;
  /** When the first of those that are due should have begun. */
  dueSince: Date | null;
}

export interface ScheduledRun {
  name: string;
  /** "Every 10 minutes", "Daily at 03:15 UTC". */
  rhythm: string;
  nextAt: Date | null;
  /** When the clock started it last; null before the first time. */
  lastAt: Date | null;
  state: "idle" | "waiting" | "running" | "failed";
}

export const jobStates = ["failed", "retrying"] as const;
export type JobState = (typeof jobStates)[number];

/** A job that failed. */
export interface FailedJob {
  id: string;
  name: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** The first line of it. */
  error: string;
  /** Ids and nothing else, whatever the job carries. */
  ids: { name: string; value: string }[];
  createdAt: Date;
  failedAt: Date;
  /** Of the next try; null when there is none. */
  nextAt: Date | null;
}

export interface FailedJobPage {
  jobs: FailedJob[];
  older: string | null;
  newer: string | null;
}
