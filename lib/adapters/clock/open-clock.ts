import { followClock } from "./follow-clock";
import { systemClock } from "./system-clock";
import type { OpenedClock } from "./types";

/** The clock at `url`, or without one the machine's. */
export function openClock(url: string | undefined): OpenedClock {
  return url ? followClock(url) : { ...systemClock, ready: () => Promise.resolve() };
}
