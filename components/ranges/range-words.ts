import { formatDay } from "@/components/charts/format-day";
import type { DayRange } from "@/lib/analytics/types";

/** "24 Oct – 22 Nov 2026": what both days share is said once. */
export function rangeWords({ from, to }: DayRange): string {
  const [begin, end] = [formatDay(from), formatDay(to)];
  if (from === to) return begin;
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${begin} – ${end}`;
  const day = begin.slice(0, -5);
  return from.slice(0, 7) === to.slice(0, 7) ? `${day.split(" ")[0] ?? day} – ${end}` : `${day} – ${end}`;
}
