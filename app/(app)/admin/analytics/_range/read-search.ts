import type { AnalyticsQuery, Bucket, Day, DayRange } from "@/lib/analytics/types";
import type { AnalyticsSearch } from "../search-params";
import { canDivide, fittingBucket } from "@/components/ranges/bucket";
import { rangeBefore } from "@/components/ranges/comparison";
import { presetRange, type Preset } from "@/components/ranges/presets";
import { readTypedRange } from "@/components/ranges/typed-range";

const usual: Preset = "last-30";

export interface ReadSearch {
  query: AnalyticsQuery;
  /** Null for a range of one's own. */
  preset: Preset | null;
  /** What stands in the two fields. */
  typed: { from: string; to: string };
  /** Why the fields are not what is shown, to be said at them. */
  rangeProblem: string | null;
  /** Whether the last bar is of days that are not over. */
  running: boolean;
  /** What else is not as it was asked for. */
  notes: string[];
}

type Now = { zone: string; today: Day };

/** What the address asks for, made answerable: where it cannot be, the usual range stands in and words say so. */
export function readSearch(search: AnalyticsSearch, { zone, today }: Now): ReadSearch {
  const { range, ...shown } = readRange(search, today);
  const notes: string[] = [];
  if (range.from > today) notes.push("This range has not begun yet, so there is nothing in it.");
  const bucket = readBucket(search.by, range, notes);
  const query = { zone, range, before: rangeBefore(range, search.compare), bucket };
  const running = range.from <= today && today <= range.to;
  return { query, ...shown, running, notes };
}

function readRange({ period, from, to }: AnalyticsSearch, today: Day) {
  const chosen = presetRange(period ?? usual, today);
  const own = from.trim() !== "" || to.trim() !== "";
  if (!own) return { range: chosen, preset: period ?? usual, typed: chosen, rangeProblem: null };
  const { range, problem } = readTypedRange({ from, to });
  if (!range) return { range: chosen, preset: null, typed: { from, to }, rangeProblem: problem };
  // A form without a script sends the days of a preset along with it.
  const preset = period && range.from === chosen.from && range.to === chosen.to ? period : null;
  return { range, preset, typed: range, rangeProblem: null };
}

function readBucket(wanted: Bucket | null, range: DayRange, notes: string[]): Bucket {
  const fitting = fittingBucket(range);
  if (!wanted || canDivide(range, wanted)) return wanted ?? fitting;
  notes.push(`The range is too long to be drawn by ${wanted}s. It is drawn by ${fitting}s.`);
  return fitting;
}
