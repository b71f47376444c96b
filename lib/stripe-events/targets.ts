import type { EventHandler, TargetKind } from "./types";

/** A handler of events about one kind of object: the object that the event is about. */
export function objectOf(kind: TargetKind): EventHandler {
  return ({ objectId }) => (objectId ? [{ kind, id: objectId }] : []);
}
