import type { Day, DayRange } from "@/lib/analytics/types";
import { addDays, addMonths, endOfMonth, startOfMonth, startOfQuarter, startOfYear } from "./days";

export const presets = [
  "last-7",
  "last-30",
  "last-90",
  "this-month",
  "last-month",
  "this-quarter",
  "this-year",
  "last-12-months",
  "last-3-years",
] as const;

export type Preset = (typeof presets)[number];

export const presetWords: Readonly<Record<Preset, string>> = {
  "last-7": "7 days",
  "last-30": "30 days",
  "last-90": "90 days",
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "this-year": "This year",
  "last-12-months": "12 months",
  "last-3-years": "3 years",
};

const starts: Readonly<Record<Exclude<Preset, "last-month">, (today: Day) => Day>> = {
  "last-7": (today) => addDays(today, -6),
  "last-30": (today) => addDays(today, -29),
  "last-90": (today) => addDays(today, -89),
  "this-month": startOfMonth,
  "this-quarter": startOfQuarter,
  "this-year": startOfYear,
  // Whole months, the running one among them: the bars of a chart are then of one kind.
  "last-12-months": (today) => addMonths(startOfMonth(today), -11),
  "last-3-years": (today) => addMonths(startOfMonth(today), -35),
};

/** The days of a preset, today the last of them but for the month before. */
export function presetRange(preset: Preset, today: Day): DayRange {
  if (preset !== "last-month") return { from: starts[preset](today), to: today };
  const from = addMonths(startOfMonth(today), -1);
  return { from, to: endOfMonth(from) };
}
