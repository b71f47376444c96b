/** What a limit can be set of for one person. */
export const quotaKinds = [
  "runs_per_day",
  "runs_per_month",
  "api_calls_per_minute",
  "api_calls_per_month",
  "storage_bytes",
  "projects",
  "upload_bytes",
] as const;
export type QuotaKind = (typeof quotaKinds)[number];

export interface QuotaOverride {
  id: string;
  kind: string;
  limit: bigint;
  reason: string;
  startsAt: Date;
  endsAt: Date;
  /** When it was ended, or another took its place. */
  endedAt: Date | null;
}
