import type { NoticeDay } from "./group-by-day";
import { NoticeRow } from "./notice-row";

interface NoticeDaysProps {
  days: readonly NoticeDay[];
  timeZone: string;
  marks: boolean;
}

export function NoticeDays({ days, timeZone, marks }: NoticeDaysProps) {
  return days.map(({ name, notices }) => (
    <section key={name} aria-label={name} className="border-t border-line first:border-t-0">
      <h2 className="border-b border-line bg-sunken px-5 py-2 text-xs font-medium text-ink-muted">{name}</h2>
      <ul className="divide-y divide-line">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} timeZone={timeZone} marks={marks} />
        ))}
      </ul>
    </section>
  ));
}
