export interface StoredObject {
  id: string;
  object: string;
}

/** An object as it is now: in the table, or on its way there. */
export class KeptObject {
  /** Its place in the table; null until it is written there. */
  seq: number | null = null;
  deleted = false;
  readonly created: number;
  object: StoredObject;
  hidden: object | null;
  /** Both as the table has them. */
  written: StoredObject | null = null;
  writtenHidden: object | null = null;
  /** It is on the list of what is to be written. */
  waits = false;

  constructor(object: StoredObject, { created, hidden }: { created: number; hidden: object | null }) {
    this.object = object;
    this.created = created;
    this.hidden = hidden;
  }

  isWritten(seq: number): void {
    this.seq = seq;
    this.written = this.object;
    this.writtenHidden = this.hidden;
    this.waits = false;
  }
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
