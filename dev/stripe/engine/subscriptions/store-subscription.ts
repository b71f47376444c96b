import { isDeepStrictEqual } from "node:util";
import { OBJECT_KINDS, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";

/** Tells what a call changed in one event, however many steps it took; what `after` lacks is gone. */
export function tellOfChange(
  engine: Engine,
  { before, after }: { before: WireSubscription; after: WireSubscription },
): WireSubscription {
  const absent = Object.fromEntries(Object.keys(before).map((key) => [key, undefined]));
  return engine.update(before, { ...absent, ...after }, "customer.subscription.updated");
}

/**
 * Saves a subscription together with its items, which are objects of their own, and tells what changed since
 * `before`. Without an event type nobody is told.
 */
export function storeSubscription(
  engine: Engine,
  { before, next }: { before: WireSubscription; next: WireSubscription },
  eventType: string | null = "customer.subscription.updated",
): WireSubscription {
  storeItems(engine, { before, next });
  return engine.update(before, next, eventType);
}

/** The items alone, for those who save their subscription in a moment. */
export function storeItems(
  engine: Engine,
  { before, next }: { before: WireSubscription; next: WireSubscription },
): void {
  const old = new Map(before.items.data.map((item) => [item.id, item]));
  for (const item of next.items.data) {
    const known = old.get(item.id);
    old.delete(item.id);
    if (!known) engine.create("subscription_item", item);
    else if (!isDeepStrictEqual(known, item)) engine.store.objects.save(item);
  }
  for (const id of old.keys()) {
    engine.store.objects.bury(id, { id, object: OBJECT_KINDS.subscription_item.label, deleted: true });
  }
}
