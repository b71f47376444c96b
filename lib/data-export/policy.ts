import type { DataExportStatus } from "./types";

const dayMs = 24 * 3_600_000;

/** How many may be made within a day. */
export const maxPerDay = 3;

/** How often the job begins before it gives up. */
export const maxAttempts = 5;

export function expiresAtOf(madeAt: Date): Date {
  return new Date(madeAt.getTime() + 7 * dayMs);
}

export function dayBefore(now: Date): Date {
  return new Date(now.getTime() - dayMs);
}

/** Seconds until the earliest of a day's exports is a day old. */
export function secondsUntilNext(earliest: Date, now: Date): number {
  return Math.max(1, Math.ceil((earliest.getTime() + dayMs - now.getTime()) / 1000));
}

interface Row {
  status: DataExportStatus;
  expiresAt: Date | null;
}

/** What an export is at a moment: its time may be over before the job that notes it has run. */
export function statusAt({ status, expiresAt }: Row, now: Date): DataExportStatus {
  return status === "ready" && expiresAt !== null && expiresAt <= now ? "expired" : status;
}
