import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../contract/contract-validator";

/** `previous_attributes` of an event: of what changed, the old value; of hashes, only the keys that changed. */
export function changedAttributes(
  before: object,
  after: object,
  among: Iterable<string> = new Set([...Object.keys(before), ...Object.keys(after)]),
): Record<string, unknown> {
  const old = before as Record<string, unknown>;
  const next = after as Record<string, unknown>;
  const changes: Record<string, unknown> = {};
  for (const key of among) {
    const [from, to] = [old[key], next[key]];
    if (from === to || isDeepStrictEqual(from, to)) continue;
    changes[key] = isRecord(from) && isRecord(to) ? changedAttributes(from, to) : (from ?? null);
  }
  return changes;
}
