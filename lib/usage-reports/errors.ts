import { DomainError } from "@/lib/shared/errors";

/** `not_a_day`: one of them is no day of the calendar; `swapped`: the last comes first; `too_long`: more than a year. */
export type RangeProblem = "not_a_day" | "swapped" | "too_long";

export class ReportRangeInvalid extends DomainError {
  constructor(meta: { problem: RangeProblem; longestDays: number }) {
    super("usage_reports.range_invalid", "invalid", { meta });
  }
}

/** To anybody but an admin there is nothing here. */
export class UsageReportsForbidden extends DomainError {
  constructor() {
    super("usage_reports.forbidden", "not_found");
  }
}
