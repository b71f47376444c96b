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
