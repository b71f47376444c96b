import type { CreditKind } from "@/lib/credits/types";
import type { QuotaMeter } from "@/lib/quotas/types";
import type { Day, DayRange } from "@/lib/shared/calendar";
import type { UsageDay, UsageFigures, UsageKind, UsageSource } from "@/lib/usage/types";

export interface UsageReportQuestion extends DayRange {
  userId: string;
  kind?: UsageKind;
  subject?: string;
  source?: UsageSource;
}

/** An admin's own switches. */
export interface OwnSchedules {
  zone: string;
  /** False where they switched such mails off: then none comes, whatever the switches. */
  mailed: boolean;
  schedules: readonly ReportSchedule[];
}

/** What came of runs and calls together. Only runs cost credits: a run that the API began is a call, too. */
export interface UsageTotals {
  runs: number;
  calls: number;
  failed: number;
  costMilli: bigint;
  subscriptionMilli: bigint;
  paygMilli: bigint;
}

/** One service or operation of the API. */
export interface SubjectUse extends UsageFigures {
  kind: UsageKind;
  subject: string;
  /** A service's name where it has one, an operation's in words. */
  title: string;
}

export type ReportBucket = "day" | "week" | "month";

/** One row of time, cut to the range. */
export interface PeriodUse extends DayRange {
  runs: number;
  calls: number;
  costMilli: bigint;
}

/** Opening, what came in and forgiven less spent, expired and taken back is closing. */
export interface CreditMovement {
  /** As the history says at the first instant of the range, and at the first after it. Negative where credits are owed. */
  openingMilli: bigint;
  closingMilli: bigint;
  /** By the kind of the credits; what repaid a debt on arrival has none. */
  cameIn: readonly { kind: CreditKind | null; milli: bigint }[];
  spentMilli: bigint;
  expiredMilli: bigint;
  takenBackMilli: bigint;
  forgivenMilli: bigint;
}

export interface UsageReport extends DayRange {
  person: { name: string | null; email: string };
  /** Whose days these are. */
  zone: string;
  /** What was asked for besides the range; null is everything. */
  filter: { kind: UsageKind | null; subject: string | null; source: UsageSource | null };
  totals: UsageTotals;
  /** The most credits first, then the most often used. */
  subjects: readonly SubjectUse[];
  bucket: ReportBucket;
  /** Oldest first, without gaps. */
  periods: readonly PeriodUse[];
  /** Oldest first, only days with use. */
  days: readonly UsageDay[];
  /** Of the whole account, whatever the filter. */
  credits: CreditMovement;
  /** Those of the present; of months alone, and of the one in which the range ended, where it has. */
  meters: readonly QuotaMeter[];
}

/** How often an admin is told of everybody's use. */
export const reportRhythms = ["weekly", "monthly"] as const;
export type ReportRhythm = (typeof reportRhythms)[number];

/** One of an admin's switches. */
export interface ReportSchedule {
  rhythm: ReportRhythm;
  enabled: boolean;
  /** The instant after which the next one is written, and the period that it is about; also of one that is off. */
  nextAt: Date;
  next: DayRange;
  /** The period of the last one that was written by the clock. */
  last: Day | null;
}

export interface EverybodyTotals extends UsageTotals {
  /** People who used something. */
  people: number;
  /** How often somebody was refused at a limit, and how many people were. */
  refusals: number;
  refusedPeople: number;
}

export interface ServiceOfEverybody {
  slug: string;
  title: string;
  people: number;
  runs: number;
  failed: number;
  costMilli: bigint;
}

export interface PersonUse {
  userId: string;
  email: string;
  runs: number;
  calls: number;
  failed: number;
  costMilli: bigint;
}

/** What everybody used together. Hours of UTC that begin within the days count whole. */
export interface EverybodyReport extends DayRange {
  zone: string;
  totals: EverybodyTotals;
  /** As many days before. */
  before: EverybodyTotals;
  /** The most credits first. */
  services: readonly ServiceOfEverybody[];
  /** The ten who used most. */
  top: readonly PersonUse[];
}

/** What a file for admins can be about, with its columns. */
export const exportColumns = {
  people: ["userId", "email", "runs", "calls", "failed", "costMilli", "from", "to", "zone"],
  services: ["slug", "title", "people", "runs", "failed", "costMilli", "from", "to", "zone"],
  days: ["day", "kind", "subject", "source", "people", "events", "succeeded", "failed", "costMilli", "zone"],
} as const;
export type ExportSubject = keyof typeof exportColumns;
export type ExportRow = Readonly<Record<string, string | number | bigint>>;
