export interface RetrySchedule {
  firstDelayMs: number;
  /** Each wait is this many times the one before. */
  factor: number;
  longestDelayMs: number;
  /** Attempts in all, the first included. */
  attempts: number;
}

/** Stripe spreads its retries over days; a developer waits seconds. */
export const DEFAULT_RETRIES: RetrySchedule = {
  firstDelayMs: 1_000,
  factor: 3,
  longestDelayMs: 300_000,
  attempts: 16,
};

/** How long to wait after that many failed attempts, or null to give up. */
export function nextDelay(schedule: RetrySchedule, failedAttempts: number): number | null {
  if (failedAttempts >= schedule.attempts) return null;
  return Math.min(schedule.firstDelayMs * schedule.factor ** (failedAttempts - 1), schedule.longestDelayMs);
}
