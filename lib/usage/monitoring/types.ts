import type { QuotaKind } from "@/lib/quotas/types";
import type { UsageKind } from "../types";

/** Days of UTC, `YYYY-MM-DD`; both ends are part of it. */
export interface UsageRange {
  from: string;
  to: string;
}

/** A range, and the one that it is compared with. */
export interface UsageComparison {
  range: UsageRange;
  before: UsageRange;
}

export const usageMeasures = ["credits", "runs", "api_calls", "failures"] as const;
/** What people are ranked by. */
export type UsageMeasure = (typeof usageMeasures)[number];

/** What people did, by what it can be ranked. A run that the API started is a run, and a call as well. */
export interface MeasuredUse {
  creditsMilli: bigint;
  runs: number;
  apiCalls: number;
  /** Runs and calls together, those included that took too long or were refused. */
  failures: number;
}

export interface EverybodysUse extends MeasuredUse {
  /** Who ran or called anything. */
  people: number;
  /** Runs and calls that came to an end. */
  ended: number;
}

export interface EverybodysDay extends EverybodysUse {
  day: string;
}

export interface UsageOverview {
  now: EverybodysUse;
  before: EverybodysUse;
  /** One for each day of the range, oldest first. */
  days: readonly EverybodysDay[];
}

export interface RankedPerson extends MeasuredUse {
  userId: string;
  email: string;
  name: string | null;
  /** Among all people, whatever is searched for; equals share a place. */
  place: number;
  /** Of what all people did. */
  share: number;
  before: MeasuredUse;
}

export interface Ranking {
  /** The first fifty that fit. */
  people: readonly RankedPerson[];
  /** How many fit. */
  found: number;
  /** How many people there are with anything of the measure. */
  ranked: number;
}

export interface RankingQuestion extends UsageComparison {
  by: UsageMeasure;
  /** Part of an address or a name. */
  text?: string;
}

/** A service, or an operation of the API. */
export interface SubjectUse {
  kind: UsageKind;
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

/** A limit that refused somebody in the range. */
export interface HitLimit {
  userId: string;
  email: string;
  kind: QuotaKind;
  /** How often, in all windows of the limit that reach into the range. */
  hits: number;
  limit: bigint;
  lastAt: Date;
  planName: string;
  /** The limit is their own, not their plan's. */
  own: boolean;
}

export interface ReachedShare {
  kind: QuotaKind;
  percent: number;
  people: number;
  alerts: number;
}

export interface QuotaPressure {
  /** Those who were refused last, first; at most fifty. */
  hits: readonly HitLimit[];
  /** How many people were refused anything. */
  people: number;
  /** What people were told, by limit and share. */
  reached: readonly ReachedShare[];
}
