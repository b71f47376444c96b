import type { DayRange } from "@/lib/analytics/types";
import type { UsageDay, UsageKind, UsageSource } from "@/lib/usage/types";

export interface UsageFilter {
  kind: UsageKind | null;
  /** Empty for all. */
  subject: string;
  source: UsageSource | null;
}

export const everything: UsageFilter = { kind: null, subject: "", source: null };

/** Those of a range that a filter lets through. */
export const selectDays = (
  days: readonly UsageDay[],
  { from, to }: DayRange,
  { kind, subject, source }: UsageFilter,
): UsageDay[] =>
  days.filter(
    (one) =>
      one.day >= from &&
      one.day <= to &&
      (kind === null || one.kind === kind) &&
      (subject === "" || one.subject === subject) &&
      (source === null || one.source === source),
  );

export const isFiltered = ({ kind, subject, source }: UsageFilter): boolean =>
  kind !== null || subject !== "" || source !== null;

export interface Subject {
  kind: UsageKind;
  subject: string;
}

/** Everything that was used in some days, services before operations. */
export function listSubjects(days: readonly UsageDay[]): Subject[] {
  const found = new Map(days.map(({ kind, subject }) => [`${kind} ${subject}`, { kind, subject }]));
  return [...found.values()].sort(
    (a, b) => b.kind.localeCompare(a.kind) || a.subject.localeCompare(b.subject),
  );
}
