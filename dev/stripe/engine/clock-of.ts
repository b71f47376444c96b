import { type Store } from "../store/store";

/** Parameters that name an object whose clock the call goes by. */
const OWNERS = [
  "customer",
  "subscription",
  "invoice",
  "schedule",
  "payment_intent",
  "setup_intent",
  "charge",
  "test_clock",
];

/** The test clock that an object goes by, by itself or through its customer; null: the stand-in's own. */
export function clockOfObject(store: Store, id: string): string | null {
  return search(store, id, new Set());
}

/** A subscription and its schedule name each other: what was looked at is not looked at again. */
function search(store: Store, id: string, seen: Set<string>): string | null {
  const object = seen.has(id) ? null : store.objects.findEvenDeleted(id);
  seen.add(id);
  if (!object) return null;
  if (object.object === "test_helpers.test_clock") return id;
  if (typeof object.test_clock === "string") return object.test_clock;
  for (const owner of OWNERS) {
    const reference = object[owner];
    if (typeof reference !== "string") continue;
    const clock = search(store, reference, seen);
    if (clock !== null) return clock;
  }
  return null;
}

/** The test clock that an API call goes by: that of the object it is about, or of the first it names. */
export function clockOfCall(store: Store, id: string, params: Record<string, unknown>): string | null {
  const named = OWNERS.map((owner) => params[owner]).filter((value) => typeof value === "string");
  for (const reference of [id, ...named]) {
    const clock = reference === "" ? null : clockOfObject(store, reference);
    if (clock !== null && store.objects.find("test_helpers.test_clock", clock)) return clock;
  }
  return null;
}
