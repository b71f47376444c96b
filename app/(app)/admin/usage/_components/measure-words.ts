import { formatCount, formatCredits } from "@/lib/shared/format";
import type { MeasuredUse, UsageMeasure } from "@/lib/usage/types";

interface Measure {
  label: string;
  /** In the list of what people can be ranked by. */
  choice: string;
  /** Whether more of it is welcome. */
  more: "good" | "bad" | "neutral";
  of: (use: MeasuredUse) => bigint;
  format: (value: bigint) => string;
}

/** What people are ranked by, in words and figures. */
export const measures: Readonly<Record<UsageMeasure, Measure>> = {
  credits: {
    label: "Credits",
    choice: "By credits",
    more: "neutral",
    of: (use) => use.creditsMilli,
    format: formatCredits,
  },
  runs: {
    label: "Runs",
    choice: "By runs",
    more: "neutral",
    of: (use) => BigInt(use.runs),
    format: formatCount,
  },
  calls: {
    label: "API calls",
    choice: "By API calls",
    more: "neutral",
    of: (use) => BigInt(use.calls),
    format: formatCount,
  },
  failures: {
    label: "Failed",
    choice: "By failures",
    more: "bad",
    of: (use) => BigInt(use.failures),
    format: formatCount,
  },
};
