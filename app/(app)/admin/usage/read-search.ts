import { rangeBefore } from "@/components/ranges/comparison";
import { lengthOf } from "@/components/ranges/days";
import { presetRange } from "@/components/ranges/presets";
import { readTypedRange } from "@/components/ranges/typed-range";
import type { AppContext } from "@/lib/context";
import type { UsageMeasure, UsageRange } from "@/lib/usage/types";
import type { monitoringPresets, MonitoringSearch } from "./search-params";

/** More days are too many hours to be summed while somebody waits. */
const mostDays = 100;

export interface MonitoringQuestion {
  range: UsageRange;
  before: UsageRange;
  by: UsageMeasure;
  text: string;
}

export interface ReadMonitoring {
  question: MonitoringQuestion;
  search: MonitoringSearch;
  /** Null for a range of one's own. */
  preset: (typeof monitoringPresets)[number] | null;
  /** What stands in the two fields. */
  typed: UsageRange;
  /** Why the fields are not what is shown, to be said at them. */
  problem: string | null;
}

function readRange({ period, from, to }: MonitoringSearch, today: string) {
  const chosen = presetRange(period ?? "last-30", today);
  if (from.trim() === "" && to.trim() === "")
    return { range: chosen, preset: period ?? "last-30", typed: chosen, problem: null } as const;
  const { range, problem } = readTypedRange({ from, to });
  if (!range) return { range: chosen, preset: null, typed: { from, to }, problem };
  if (lengthOf(range) > mostDays) {
    const words = `Choose at most ${mostDays} days at once; Analytics shows years.`;
    return { range: chosen, preset: null, typed: range, problem: words };
  }
  // A form without a script sends the days of a preset along with it.
  const preset = period && range.from === chosen.from && range.to === chosen.to ? period : null;
  return { range, preset, typed: range, problem: null };
}

/** What the address asks for, made answerable: where it cannot be, the usual range stands in and words say so. */
export function readSearch(ctx: Pick<AppContext, "clock">, search: MonitoringSearch): ReadMonitoring {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const { range, ...shown } = readRange(search, today);
  const before = rangeBefore(range, "before") ?? range;
  return { question: { range, before, by: search.by, text: search.q }, search, ...shown };
}
