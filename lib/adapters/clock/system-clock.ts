import type { Clock } from "@/lib/ports/clock";

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
