import { isEmptied } from "./emptied";
import { findHandler } from "./handler-registry";
import type { StoredEvent } from "./repository";
import { targetKinds, type EventOutcome, type Target } from "./types";

/** A target with the events that named it. */
export interface PlannedTarget extends Target {
  events: StoredEvent[];
}

const keyOf = ({ kind, id }: Target) => `${kind}:${id}`;

/** Every target once, however many events name it, in the order in which it is written. */
export function planConvergence(events: readonly StoredEvent[]): PlannedTarget[] {
  const planned = new Map<string, PlannedTarget>();
  for (const event of events) {
    const targets = isEmptied(event) ? [] : (findHandler(event.type)?.(event) ?? []);
    for (const target of targets) {
      const known = planned.get(keyOf(target));
      if (known) known.events.push(event);
      else planned.set(keyOf(target), { ...target, events: [event] });
    }
  }
  return inOrder([...planned.values()]);
}

/** What others refer to comes first. */
export function inOrder(targets: readonly PlannedTarget[]): PlannedTarget[] {
  return [...targets].sort((a, b) => targetKinds.indexOf(a.kind) - targetKinds.indexOf(b.kind));
}

/** An event did something if any of its targets was ours; otherwise the first that was not says why. */
export function outcomeOf(
  event: StoredEvent,
  outcomes: readonly { target: PlannedTarget; outcome: EventOutcome }[],
): EventOutcome {
  if (isEmptied(event)) return { status: "ignored", note: "its person was deleted" };
  if (!findHandler(event.type)) return { status: "ignored", note: "no handler" };
  const own = outcomes.filter(({ target }) => target.events.includes(event)).map(({ outcome }) => outcome);
  return (
    own.find(({ status }) => status === "processed") ??
    own[0] ?? { status: "ignored", note: "names no object" }
  );
}
