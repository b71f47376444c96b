import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../contract/contract-validator";

/** `previous_attributes` of an event: of what changed, the old value; of hashes, only the keys that changed. */
export function changedAttributes(before: object, after: object): Record<string, unknown> {
  const old = before as Record<string, unknown>;
  const next = after as Record<string, unknown>;
  const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
  const changes: Record<string, unknown> = {};
  for (const key of keys) {
    if (old[key] === next[key] || isDeepStrictEqual(old[key], next[key])) continue;
    const [from, to] = [old[key], next[key]];
    changes[key] = isRecord(from) && isRecord(to) ? changedAttributes(from, to) : (from ?? null);
  }
  return changes;
}
