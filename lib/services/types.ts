/** What a form offers for one input. The service's Zod schema, not this, decides what is accepted. */
export type FormField =
  | { control: "text"; name: string; label: string; hint?: string; placeholder?: string; maxLength: number }
  | {
      control: "file";
      name: string;
      label: string;
      hint?: string;
      accept: readonly string[];
      maxBytes: number;
    }
  | {
      control: "choice";
      name: string;
      label: string;
      hint?: string;
      options: readonly Choice[];
      initial: string;
    }
  | {
      control: "range";
      name: string;
      label: string;
      hint?: string;
      min: number;
      max: number;
      initial: number;
    }
  | {
      control: "number";
      name: string;
      label: string;
      hint?: string;
      min: number;
      max: number;
      suffix?: string;
    };

interface Choice {
  value: string;
  label: string;
}

/** A piece of a result, as a service asks for it to be shown. Values are already formatted for people. */
export type OutputBlock =
  | { kind: "figures"; items: readonly { label: string; value: string; note?: string }[] }
  | { kind: "scale"; label: string; value: number; max: number; words: string }
  | { kind: "ranking"; title: string; items: readonly { label: string; count: number }[] }
  | { kind: "saving"; beforeBytes: number; afterBytes: number }
  | { kind: "note"; text: string };

/** Problem of a quote for the beginning of a file: ask again with all of it. */
export const needsWholeFile = "file.needs_whole";

export type ServiceIcon = "chart" | "count" | "file" | "image" | "spark" | "text";

/** What one unit costs; null is a free service. */
export interface ServicePrice {
  creditsMilli: bigint;
  /** Reads after "per": "started 1,000 characters". */
  per: string;
}

/** A service as the catalogue and its page show it. */
export interface ServiceCard {
  slug: string;
  title: string;
  summary: string;
  icon: ServiceIcon;
  price: ServicePrice | null;
}

export interface ServicePage extends ServiceCard {
  fields: readonly FormField[];
  /** The words for each problem a run of this service can end with, by code. */
  problems: Readonly<Record<string, string>>;
}

export interface CreditBalanceView {
  totalMilli: bigint;
  subscriptionMilli: bigint;
  paygMilli: bigint;
}

/** What a run would cost now and how it would be paid. Nothing is reserved by it. */
export interface ServiceQuote {
  quoteMilli: bigint;
  balance: CreditBalanceView;
  /** 0 when there is enough. */
  missingMilli: bigint;
  /** How the quote would be taken, in burn order; null when there is too little. */
  split: { subscriptionMilli: bigint; paygMilli: bigint } | null;
}

/**
 * `abandoned`: the process that ran it is gone; its hold was given back by itself.
 * Only `succeeded` has a charge.
 */
export type RunStatus = "running" | "succeeded" | "failed" | "timed_out" | "abandoned";

export interface RunFile {
  name: string;
  mediaType: string;
  byteSize: number;
  availableUntil: Date;
}

export interface RunView {
  id: string;
  serviceSlug: string;
  status: RunStatus;
  quotedMilli: bigint;
  chargedMilli: bigint;
  subscriptionMilli: bigint;
  paygMilli: bigint;
  /** What was left right after this run was charged. */
  balanceAfterMilli: bigint | null;
  /** Code of what went wrong: one of the service's own `problems`, or one of ours. */
  problem: string | null;
  /** JSON as the service returned it; only a succeeded run has one. */
  output: unknown;
  file: RunFile | null;
  inputBytes: number;
  durationMs: number | null;
  createdAt: Date;
}

export interface UsageRange {
  userId: string;
  /** First instant. */
  from: Date;
  /** First instant after. */
  to: Date;
}

/** The runs of one service that began on one day. */
export interface DailyUsage {
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  serviceSlug: string;
  runs: number;
  succeeded: number;
  chargedMilli: bigint;
}

/** What runs of a service came to. */
export interface ServiceFigures {
  runs: number;
  /** Those that took too long or were abandoned included. */
  failed: number;
  creditsMilli: bigint;
}

/** A service as an admin sees it. */
export interface ServiceHealth {
  slug: string;
  title: string;
  price: ServicePrice | null;
  /** Off in the code: no switch turns it on. */
  retired: boolean;
  active: boolean;
  /** The last time that somebody switched it. */
  switched: { reason: string; changedAt: Date; changedBy: string } | null;
  day: ServiceFigures;
  week: ServiceFigures;
  month: ServiceFigures;
}
