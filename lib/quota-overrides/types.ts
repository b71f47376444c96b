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
