export interface StoredObject {
  id: string;
  object: string;
}

/** An object as it is now: in the table, or on its way there. */
export interface KeptObject {
  /** Its place in the table; null until it is written there. */
  seq: number | null;
  created: number;
  deleted: boolean;
  object: StoredObject;
  hidden: object | null;
  /** As the table has it; null until it does. */
  written: StoredObject | null;
  /** The table does not have it as it is. */
  waits: boolean;
  /** Nor what it knows and does not show. */
  hiddenWaits: boolean;
}

/**
 * The value as it would come back from JSON, frozen: it is handed out again and again. What is frozen already was
 * here before, so that of a changed object only what is new is looked at.
 */
export function settled<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) {
    if (part === undefined || Object.is(part, -0)) return settled(JSON.parse(JSON.stringify(value)) as T);
    settled(part);
  }
  return Object.freeze(value);
}
