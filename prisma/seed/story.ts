import type { Db, Prisma } from "@/lib/db";
import type { Clock } from "@/lib/ports/clock";

/** A past that is lived again: every use case believes that it is then. */
interface StoryClock extends Clock {
  set(now: Date): void;
}

export type RunRow = Prisma.ServiceRunCreateManyInput;

export interface StoryContext {
  db: Db;
  clock: StoryClock;
  /** Runs so far; written together at the end. */
  runs: RunRow[];
}

export interface StoryEvent {
  at: Date;
  happen: (ctx: StoryContext) => Promise<unknown>;
}

function storyClock(start: Date): StoryClock {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
}

/** Everything happens in the caller's transaction: the story is told whole or not at all. */
export function storyContext(db: Db, start: Date): StoryContext {
  return { db, clock: storyClock(start), runs: [] };
}

/** Lets everything happen in its order. */
export async function tell(ctx: StoryContext, events: readonly StoryEvent[]): Promise<void> {
  for (const { at, happen } of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    ctx.clock.set(at);
    await happen(ctx);
  }
}
