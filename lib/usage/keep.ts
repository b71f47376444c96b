import { findUsageMonths } from "@/lib/env";

/** Records from before are let go of: the start of a month in UTC. */
export function recordsKeptFrom(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - findUsageMonths(), 1));
}
