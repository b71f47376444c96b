import { setTimeout as wait } from "node:timers/promises";
import { readOffset } from "./read-offset";
import type { OpenedClock } from "./types";

const pauseMs = 250;
/** A source that answers slowly is asked less often: it shall not be busy with us. */
const restPerWork = 10;

/**
 * A clock that runs as far ahead of the machine's as the one at `url`. From its first use on the distance is asked
 * for again and again in the background, so that `now` never waits. While the source does not answer, the distance
 * that was known last stays.
 */
export function followClock(url: string): OpenedClock {
  let offsetMs = 0;
  let first: Promise<void> | undefined;

  async function read(): Promise<void> {
    offsetMs = await readOffset(url).catch(() => offsetMs);
  }

  async function keepReading(): Promise<never> {
    for (;;) {
      const startedAt = performance.now();
      await read();
      const pause = Math.max(pauseMs, (performance.now() - startedAt) * restPerWork);
      await wait(pause, undefined, { ref: false });
    }
  }

  function follow(): Promise<void> {
    if (!first) {
      first = read();
      void first.then(keepReading);
    }
    return first;
  }

  return {
    now() {
      void follow();
      return new Date(Date.now() + offsetMs);
    },
    ready: follow,
  };
}
