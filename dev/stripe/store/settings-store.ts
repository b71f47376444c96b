import { type Database } from "./database";

/** Single values that outlive a restart. */
export class SettingsStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(key: string): string | null {
    return (
      this.#db.rows<{ value: string }>("SELECT value FROM settings WHERE key = ?", key)[0]?.value ?? null
    );
  }

  set(key: string, value: string): void {
    this.#db.run("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", key, value);
  }
}
