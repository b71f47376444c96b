import type { plans } from "@/lib/catalog/catalog";

/** What is limited, in the order of pages. */
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

/**
 * How use adds up. A `minute`, `day` or `month` of the calendar in UTC begins at nothing, `level` goes up and down,
 * and `size` is that of one thing alone.
 */
export type QuotaWindow = "minute" | "day" | "month" | "level" | "size";

interface QuotaTerms {
  /** Reads before a colon: "Runs a day". */
  label: string;
  unit: "count" | "bytes";
  window: QuotaWindow;
  /** Its owner is told when they come near it and when they reach it. */
  alerts: boolean;
}

export const quotaTerms: Readonly<Record<QuotaKind, QuotaTerms>> = {
  runs_per_day: { label: "Runs a day", unit: "count", window: "day", alerts: true },
  runs_per_month: { label: "Runs a month", unit: "count", window: "month", alerts: true },
  api_calls_per_minute: { label: "API calls a minute", unit: "count", window: "minute", alerts: false },
  api_calls_per_month: { label: "API calls a month", unit: "count", window: "month", alerts: true },
  storage_bytes: { label: "Storage", unit: "bytes", window: "level", alerts: true },
  projects: { label: "Projects", unit: "count", window: "level", alerts: true },
  upload_bytes: { label: "Size of one upload", unit: "bytes", window: "size", alerts: false },
};

/** A plan of the catalogue, or what everybody has without one. */
export type QuotaPlanKey = "free" | (typeof plans)[number]["key"];

/** Null is unlimited. */
export type QuotaLimits = Readonly<Record<QuotaKind, bigint | null>>;

const MiB = 1024n * 1024n;
const GiB = 1024n * MiB;

/** What each plan allows. A plan of the catalogue without its limits does not compile. */
export const planQuotas: Readonly<Record<QuotaPlanKey, QuotaLimits>> = {
  free: {
    runs_per_day: 50n,
    runs_per_month: 1_000n,
    api_calls_per_minute: 60n,
    api_calls_per_month: 5_000n,
    storage_bytes: GiB,
    projects: 3n,
    upload_bytes: 25n * MiB,
  },
  plan_basic: {
    runs_per_day: 1_000n,
    runs_per_month: 20_000n,
    api_calls_per_minute: 300n,
    api_calls_per_month: 100_000n,
    storage_bytes: 20n * GiB,
    projects: 20n,
    upload_bytes: 250n * MiB,
  },
  plan_pro: {
    runs_per_day: 10_000n,
    runs_per_month: 200_000n,
    api_calls_per_minute: 600n,
    api_calls_per_month: 1_000_000n,
    storage_bytes: 200n * GiB,
    projects: null,
    upload_bytes: 2n * GiB,
  },
};

/** What somebody may use now. */
export interface Entitlement {
  planKey: QuotaPlanKey;
  /** "Free" without a plan. */
  planName: string;
  limits: QuotaLimits;
  /** The kinds whose limit an admin set for this person alone, and until when. */
  overrides: readonly { kind: QuotaKind; endsAt: Date }[];
  /** The next larger plan on sale; null for the largest. */
  next: NextQuotaPlan | null;
}

export interface NextQuotaPlan {
  planKey: QuotaPlanKey;
  planName: string;
  limits: QuotaLimits;
  creditsPerMonth: number;
}

/** How much of a limit is used. */
export interface QuotaMeter {
  kind: QuotaKind;
  used: bigint;
  /** Null is unlimited. */
  limit: bigint | null;
  /** When use begins at nothing again; null where it never does. */
  resetsAt: Date | null;
  /** Whether the limit is the plan's, or one for this person alone. */
  from: "plan" | "override";
}

/** Percents of a limit at which its owner is told, once for each window and limit. */
export const alertPercents = [50, 80, 100] as const;
