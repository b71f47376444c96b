import { type Database } from "./database";

export interface DueItem {
  /** The test clock it goes by; null: the stand-in's own. */
  clock: string | null;
  at: number;
  kind: string;
  objectId: string;
}

/** What will happen at a given second of a clock, ordered. */
export class DueStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Replaces what was due of this kind for the object. */
  schedule({ clock, at, kind, objectId }: DueItem): void {
    this.#db.run(
      "INSERT OR REPLACE INTO due (clock, at, kind, object_id) VALUES (?, ?, ?, ?)",
      clock ?? "",
      at,
      kind,
      objectId,
    );
  }

  cancel(kind: string, objectId: string): void {
    this.#db.run("DELETE FROM due WHERE kind = ? AND object_id = ?", kind, objectId);
  }

  /** Of one clock, the one that is due first; items of the same second in the order in which they were scheduled. */
  next(clock: string | null): DueItem | null {
    const [row] = this.#db.rows<Omit<DueItem, "clock">>(
      "SELECT at, kind, object_id AS objectId FROM due WHERE clock = ? ORDER BY at, seq LIMIT 1",
      clock ?? "",
    );
    return row ? { ...row, clock } : null;
  }

  /** When the given kind is due for the object; null when it is not. */
  findAt(kind: string, objectId: string): number | null {
    const [row] = this.#db.rows<{ at: number }>(
      "SELECT at FROM due WHERE kind = ? AND object_id = ?",
      kind,
      objectId,
    );
    return row?.at ?? null;
  }

  /** When the first of a kind is due on a clock; null when none is. */
  firstAt(kind: string, clock: string | null): number | null {
    const [row] = this.#db.rows<{ at: number | null }>(
      "SELECT min(at) AS at FROM due WHERE clock = ? AND kind = ?",
      clock ?? "",
      kind,
    );
    return row?.at ?? null;
  }

  /** Forgets all that would still have happened by a clock. */
  cancelOf(clock: string): void {
    this.#db.run("DELETE FROM due WHERE clock = ?", clock);
  }
}
