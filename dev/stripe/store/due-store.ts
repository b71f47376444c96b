import { type Database } from "./database";

export interface DueItem {
  at: number;
  kind: string;
  objectId: string;
}

/** What will happen at a given second of the stand-in's clock, ordered. */
export class DueStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  schedule(item: DueItem): void {
    this.#db.run(
      "INSERT OR REPLACE INTO due (at, kind, object_id) VALUES (?, ?, ?)",
      item.at,
      item.kind,
      item.objectId,
    );
  }

  cancel(kind: string, objectId: string): void {
    this.#db.run("DELETE FROM due WHERE kind = ? AND object_id = ?", kind, objectId);
  }

  next(): DueItem | null {
    return (
      this.#db.rows<DueItem>("SELECT at, kind, object_id AS objectId FROM due ORDER BY at, seq LIMIT 1")[0] ??
      null
    );
  }
}
