/** A share of a limit that somebody reached, as it was raised. */
export interface RaisedAlert {
  id: string;
  userId: string;
  /** Of this release or another. */
  kind: string;
  startsAt: Date;
  limit: bigint;
  percent: number;
  used: bigint;
  /** The highest that was raised for the same window and limit meanwhile. */
  highestPercent: number;
}

/** Use in a span of 24 hours. */
export interface SpanUse {
  creditsMilli: bigint;
  calls: bigint;
}

/** Somebody's last 24 hours, and the spans of the four weeks before, the latest first. */
export interface RecentUse {
  userId: string;
  last: SpanUse;
  before: readonly SpanUse[];
}

/** What rose far above the usual, in 24 hours. */
export interface Spike {
  last: SpanUse;
  usual: SpanUse;
  creditsRose: boolean;
  callsRose: boolean;
}

/** The least and the most that a person may set, in credits. */
export const lowLimits = { least: 1, most: 1_000_000 } as const;

/** Told below this many unless somebody chose otherwise: what new accounts begin with. */
export const defaultLowMilli = 20_000n;
