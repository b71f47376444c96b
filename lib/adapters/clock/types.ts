import type { Clock } from "@/lib/ports/clock";

export interface OpenedClock extends Clock {
  /** Resolves once the time was asked for, answered or not; asks now if that has not happened. */
  ready(): Promise<void>;
}
