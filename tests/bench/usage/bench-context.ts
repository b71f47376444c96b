import type { AppContext } from "@/lib/context";
import type { Database } from "@/lib/db";

const silent = () => undefined;
const clock = { now: () => new Date() };

export function contextOf(db: Database): AppContext {
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return { db, clock, systemClock: clock, log } as unknown as AppContext;
}
