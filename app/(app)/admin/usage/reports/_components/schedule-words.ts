import { formatDate, formatMinute } from "@/lib/shared/format";
import type { ReportRhythm, ReportSchedule } from "@/lib/usage-reports/types";

const labels: Readonly<Record<ReportRhythm, string>> = {
  weekly: "Each Monday, on the week before",
  monthly: "On the first of each month, on the month before",
};

const dayWords = (day: string) => formatDate(new Date(`${day}T00:00:00Z`));

/** A switch as the form shows it. */
export function toSwitch({ rhythm, enabled, next, nextAt, last }: ReportSchedule, zone: string) {
  const when = `${formatMinute(nextAt, zone)}, on ${dayWords(next.from)} – ${dayWords(next.to)}`;
  return {
    ...{ rhythm, enabled, label: labels[rhythm] },
    next: enabled ? `Next: ${when}.` : `Off. The next one would be written ${when}.`,
    last: last ? `The last one began with ${dayWords(last)}.` : null,
  };
}
