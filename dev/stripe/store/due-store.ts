import { type Database } from "./database";

export interface DueItem {
  /** The test clock it goes by; null: the stand-in's own. */
  clock: string | null;
  at: number;
  kind: string;
  objectId: string;
}

/** One that is on the list: scheduled again, it is another. */
export interface ListedItem {
  seq: number;
  item: DueItem;
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

  cancelAll(objectId: string): void {
    this.#db.run("DELETE FROM due WHERE object_id = ?", objectId);
  }

  /** Of one clock, what is due in the first second that has something; in the order in which it was scheduled. */
  first(clock: string | null, limit: number): ListedItem[] {
    const rows = this.#db.rows<Omit<DueItem, "clock"> & { seq: number }>(
      "SELECT seq, at, kind, object_id AS objectId FROM due WHERE clock = ?1 AND at = (SELECT min(at) FROM due WHERE clock = ?1) ORDER BY seq LIMIT ?2",
      clock ?? "",
      limit,
    );
    return rows.map(({ seq, ...item }) => ({ seq, item: { ...item, clock } }));
  }

  /** False when it is not on the list any more, or was scheduled anew. */
  take({ seq }: ListedItem): boolean {
    return this.#db.change("DELETE FROM due WHERE seq = ?", seq) === 1;
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
