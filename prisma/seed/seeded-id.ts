import { v5 as nameBased, v7 as timeBased } from "uuid";

const namespace = "0197a000-0000-7000-8000-000000000000";

/** Ids that sort by time, as lists do, and are the same on every machine. */
export function seededId(name: string, at: Date): string {
  const random = nameBased(name, namespace, new Uint8Array(16));
  return timeBased({ msecs: at.getTime(), random, seq: 0 });
}
