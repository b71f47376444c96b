import { rangeBefore } from "@/components/ranges/comparison";
import { presetRange } from "@/components/ranges/presets";
import { readTypedRange } from "@/components/ranges/typed-range";
import type { Bucket } from "@/components/charts/dataset";
import { lengthOf } from "@/components/ranges/days";
import type { DayRange } from "@/lib/analytics/types";
import type { usagePresets, UsageSearch } from "../search-params";

export type UsagePreset = (typeof usagePresets)[number];

const usual: UsagePreset = "last-30";
/** More bars than these are drawn by weeks, and then by months. */
const mostDays = 100;
const mostWeeks = 400;

export interface UsageRange {
  range: DayRange;
  before: DayRange;
  bucket: Bucket;
  /** Null for a range of one's own. */
  preset: UsagePreset | null;
  /** What stands in the two fields. */
  typed: { from: string; to: string };
  /** Why the fields are not what is shown, to be said at them. */
  problem: string | null;
}

/** Which days the address asks for: where they are none, the usual ones stand in and words say why. */
export function readRange(
  { period, from, to }: Pick<UsageSearch, "period" | "from" | "to">,
  today: string,
): UsageRange {
  const chosen = presetRange(period ?? usual, today);
  if (from.trim() === "" && to.trim() === "")
    return complete({ range: chosen, preset: period ?? usual, typed: chosen, problem: null });
  const { range, problem } = readTypedRange({ from, to });
  if (!range) return complete({ range: chosen, preset: null, typed: { from, to }, problem });
  // A form without a script sends the days of a preset along with it.
  const preset = period && range.from === chosen.from && range.to === chosen.to ? period : null;
  return complete({ range, preset, typed: range, problem: null });
}

function complete(read: Omit<UsageRange, "before" | "bucket">): UsageRange {
  return {
    ...read,
    before: rangeBefore(read.range, "before") ?? read.range,
    bucket: bucketOf(lengthOf(read.range)),
  };
}

function bucketOf(days: number): Bucket {
  if (days <= mostDays) return "day";
  return days <= mostWeeks ? "week" : "month";
}
