import { formatDay } from "@/components/charts/format-day";
import { rangeWords } from "@/components/ranges/range-words";
import { formatCount } from "@/lib/shared/format";
import type { ExpectedUse, RunOut } from "./expect";

/** "about 820 (700–940)"; without the range where days do not differ. */
export function amountWords({ expected, low, high }: ExpectedUse): string {
  const [about, from, to] = [expected, low, high].map((value) => formatCount(Math.round(value)));
  return from === to ? `about ${about}` : `about ${about} (${from}–${to})`;
}

/**
 * When it runs out: the expected day with its range, or from when on it might.
 * @param ahead up to where a balance is looked at
 */
export function runOutWords(runOut: RunOut, what: "limit" | "balance", ahead: string): string {
  if (!runOut.runsOut) {
    const enough = what === "limit" ? "the limit is enough" : `you do not run out before ${formatDay(ahead)}`;
    const high = runOut.earliest ? `; at a high one it may be reached on ${formatDay(runOut.earliest)}` : "";
    return `At this pace ${enough}${high}.`;
  }
  const { day, earliest, latest } = runOut;
  const words = `At this pace you ${what === "limit" ? "reach the limit" : "run out"} on ${formatDay(day)}`;
  if (earliest === latest) return `${words}.`;
  if (latest !== null) return `${words} (${rangeWords({ from: earliest, to: latest })}).`;
  const later = what === "limit" ? "at a low one not at all" : `at a low one after ${formatDay(ahead)}`;
  return `${words}; at a high one on ${formatDay(earliest)}, ${later}.`;
}

export const noPaceWords = "No projection yet: it takes 14 days since the first use and 5 days with use.";

export const methodWords =
  "Each day to come is expected to bring the mean of the same weekday over your last eight weeks, days without use included, from the first use in them on; today counts for its rest. In four cases of five it ends within the range, which is as wide as your days lie around those means.";
