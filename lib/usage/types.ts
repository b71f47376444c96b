/** A run of a service, or a call of the API. A run that the API started is one of each. */
export const usageKinds = ["run", "api_call"] as const;
export type UsageKind = (typeof usageKinds)[number];

export const usageSources = ["web", "api"] as const;
export type UsageSource = (typeof usageSources)[number];

/** How something ended. `started` stays where the process died on the way. */
export type UsageOutcome = "started" | "succeeded" | "failed" | "timed_out" | "refused";

export interface UsageFigures {
  /** Runs or calls that began. */
  events: number;
  succeeded: number;
  /** Those that took too long or were refused included; what neither succeeded nor failed did not end. */
  failed: number;
  costMilli: bigint;
  subscriptionMilli: bigint;
  paygMilli: bigint;
  /** Of those that ended, together. */
  durationMs: bigint;
}

/** What was used on one day in one way. */
export interface UsageDay extends UsageFigures {
  /** `YYYY-MM-DD` in the zone of the answer. */
  day: string;
  kind: UsageKind;
  /** A service's slug, or an operation's id. */
  subject: string;
  source: UsageSource;
}

export interface UsageQuestion {
  userId: string;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  kind?: UsageKind;
  subject?: string;
  source?: UsageSource;
}

export interface Usage {
  /** Whose days these are: the person's own zone, or UTC. */
  zone: string;
  /** Today in that zone. */
  today: string;
  /** The first day that is known of this person; null when nothing is. */
  firstDay: string | null;
  /** Oldest first; days without use are not among them. */
  days: UsageDay[];
}

export {
  usageMeasures,
  type EverybodysDay,
  type EverybodysUsage,
  type EverybodysUse,
  type FoundSpike,
  type HitLimit,
  type LimitEvent,
  type MeasuredUse,
  type QuotaPressure,
  type RankedPerson,
  type ReachedShare,
  type SubjectUse,
  type UsageMeasure,
  type UsageRange,
} from "./monitoring/types";
