import type { Clock } from "@/lib/ports/clock";

export interface FixedClock extends Clock {
  set(now: Date): void;
  advance(milliseconds: number): void;
}

/** Time stands still until a test moves it. */
export function fixedClock(start = new Date("2026-03-01T12:00:00Z")): FixedClock {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
