import type { Notice } from "@/lib/inbox/types";
import { formatDate } from "@/lib/shared/format";

export interface NoticeDay {
  /** "Today", "Yesterday", or its date. */
  name: string;
  notices: Notice[];
}

const dayMs = 86_400_000;

/** Newest first, as they come. `timeZone` is the reader's: a day begins at their midnight. */
export function groupByDay(
  notices: readonly Notice[],
  { now, timeZone }: { now: Date; timeZone: string },
): NoticeDay[] {
  const today = formatDate(now, timeZone);
  const yesterday = dayBefore(now, timeZone);
  const days: NoticeDay[] = [];
  for (const notice of notices) {
    const date = formatDate(notice.createdAt, timeZone);
    const name = date === today ? "Today" : date === yesterday ? "Yesterday" : date;
    const last = days.at(-1);
    if (last?.name === name) last.notices.push(notice);
    else days.push({ name, notices: [notice] });
  }
  return days;
}

/** A day lasts 23 to 25 hours: half a day before its first hours is in the one before, whatever the clocks did. */
function dayBefore(now: Date, timeZone: string): string {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", timeZone }).format(now));
  return formatDate(new Date(now.getTime() - (hour * dayMs) / 24 - dayMs / 2), timeZone);
}
