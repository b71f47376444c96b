import { clockOfObject } from "./clock-of";
import { type Engine } from "./engine";

/**
 * Lets `kind` happen to the object right after what is going on now has been answered, also when it goes by a
 * test clock that stands still: what a bank does within moments needs no advance.
 */
export function scheduleSoon(engine: Engine, kind: string, objectId: string): void {
  const clock = engine.testClock;
  const stands = clock !== null && engine.require("test_helpers.test_clock", clock).status === "ready";
  if (stands) engine.store.due.schedule({ clock: null, at: 0, kind, objectId });
  else engine.schedule(kind, objectId, engine.now);
}

/**
 * Gives a handler of the due queue the time of its object's clock, which it lacks when it was scheduled soon.
 * While that clock advances, it is the time of what falls due, and not where the clock still stands.
 */
export function inOwnTime(
  handle: (engine: Engine, objectId: string) => void,
): (engine: Engine, objectId: string) => void {
  return (engine, objectId) => {
    if (engine.testClock !== null) handle(engine, objectId);
    else engine.inTimeOf(clockOfObject(engine.store, objectId), () => handle(engine, objectId));
  };
}
