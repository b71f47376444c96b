const graceMs = 14 * 24 * 3_600_000;

/** When an account goes whose deletion was asked for then: 14 days to take it back. */
export function deletesAtOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + graceMs);
}

/** Who asked then or before has had their 14 days. */
export function graceStartedBefore(now: Date): Date {
  return new Date(now.getTime() - graceMs);
}
