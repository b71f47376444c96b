import type { QuotaKind } from "@/lib/quotas/types";

/** Days of UTC, `YYYY-MM-DD`; both ends are part of it. */
export interface UsageRange {
  from: string;
  to: string;
}

/** A range, and the one right before it that it is compared with. */
export interface UsageComparison {
  range: UsageRange;
  before: UsageRange;
}

/** What people can be ranked by. */
export const usageMeasures = ["credits", "runs", "calls", "failures"] as const;
export type UsageMeasure = (typeof usageMeasures)[number];

/** A run that the API started is a run, and a call as well. */
export interface MeasuredUse {
  creditsMilli: bigint;
  runs: number;
  calls: number;
  /** Runs and calls, those included that took too long or were refused. */
  failures: number;
}

export interface EverybodysUse extends MeasuredUse {
  /** Who ran or called anything. */
  people: number;
  /** Of runs and calls that ended; null while none did. */
  failureRate: number | null;
}

export interface EverybodysDay extends MeasuredUse {
  day: string;
  people: number;
}

/** A service, or an operation of the API. */
export interface SubjectUse {
  kind: "run" | "api_call";
  subject: string;
  events: number;
  eventsBefore: number;
  people: number;
  creditsMilli: bigint;
  failures: number;
  /** Of those that ended; null while none did. */
  failureRate: number | null;
  meanDurationMs: number | null;
}

export interface RankedPerson extends MeasuredUse {
  userId: string;
  email: string;
  name: string | null;
  /** Among all people, whoever is searched for; equals share a place. */
  place: number;
  /** Of what all people did. */
  share: number;
  before: MeasuredUse;
}

export interface EverybodysUsage {
  now: EverybodysUse;
  /** Null where not everything is kept from then. */
  before: EverybodysUse | null;
  /** The first day of which everything is kept. */
  keptFrom: string;
  /** The most used first. */
  subjects: readonly SubjectUse[];
  /** Those with anything of the measure, the most first; at most fifty of them that fit. */
  people: readonly RankedPerson[];
  /** How many fit. */
  found: number;
}

export interface UsageMonitoring extends UsageComparison {
  by: UsageMeasure;
  /** Part of an address or a name. */
  text?: string;
}

/** A limit that refused somebody. */
export interface HitLimit {
  userId: string;
  email: string;
  kind: QuotaKind;
  /** How often, in all windows of the limit in which it happened in the range. */
  hits: number;
  limit: bigint;
  lastAt: Date;
  planName: string;
  /** The limit that counts now is their own, not their plan's. */
  own: boolean;
}

/** How many people were told that they reached a share of a limit. */
export interface ReachedShare {
  kind: QuotaKind;
  percent: number;
  people: number;
}

export interface QuotaPressure {
  /** Who was refused last, first; at most fifty. */
  hits: readonly HitLimit[];
  /** How many people were refused anything. */
  people: number;
  reached: readonly ReachedShare[];
}

/** A day of somebody's that stood out from those before. */
export interface FoundSpike {
  userId: string;
  email: string;
  /** Of the person's own zone. */
  day: string;
  foundAt: Date;
  creditsRose: boolean;
  creditsMilli: bigint;
  usualCreditsMilli: bigint;
  callsRose: boolean;
  calls: bigint;
  usualCalls: bigint;
}

export interface UsageSpikes {
  /** At most fifty. */
  spikes: readonly FoundSpike[];
  found: number;
}

/** A limit that refused somebody, or of which they were told how much they used. */
export interface LimitEvent {
  what: "refused" | "told";
  kind: QuotaKind;
  at: Date;
  /** Null for what was refused. */
  percent: number | null;
  /** How often it was refused in one window of the limit. */
  times: number;
  limit: bigint;
}
