import { formatDay } from "@/components/charts/format-day";
import { rangeWords } from "@/components/ranges/range-words";
import { formatCount } from "@/lib/shared/format";
import type { ExpectedUse, RunOut } from "./expect";

/** "about 820 (700–940)"; without the range where days do not differ. */
export function amountWords({ expected, low, high }: ExpectedUse): string {
  const [about, from, to] = [expected, low, high].map((value) => formatCount(Math.round(value)));
  return from === to ? `about ${about}` : `about ${about} (${from}–${to})`;
}

/** When it runs out: the expected day with its range, or from when on it might. */
export function runOutWords(runOut: RunOut, what: "limit" | "balance", ahead: string): string {
  if (!runOut.runsOut) {
    const enough =
      what === "limit"
        ? "At this pace the limit is enough"
        : `At this pace you do not run out before ${formatDay(ahead)}`;
    return runOut.earliest
      ? `${enough}; at a high pace not beyond ${formatDay(runOut.earliest)}.`
      : `${enough}.`;
  }
  const { day, earliest, latest } = runOut;
  const words = what === "limit" ? "At this pace you reach the limit on" : "At this pace you run out on";
  if (latest === null)
    return `${words} ${formatDay(day)}; at a high pace on ${formatDay(earliest)}, at a low one not before the end.`;
  return earliest === latest
    ? `${words} ${formatDay(day)}.`
    : `${words} ${formatDay(day)} (${rangeWords({ from: earliest, to: latest })}).`;
}

export const noPaceWords = "No projection yet: it takes 14 days since the first use and 5 days with use.";

export const methodWords =
  "Each day to come is expected to bring the mean of the same weekday over your last eight weeks, days without use included, from the first use in them on; today counts for its rest. In four cases of five it ends within the range, which is as wide as your days lie around those means.";
