import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SCHEMA_SQL, SCHEMA_VERSION } from "./schema-sql";

/** SQLite, in a file or in memory. Everything is synchronous, so a transaction needs no lock of its own. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #boundaryReactions: (() => void)[] = [];
  readonly #rollbackReactions: (() => void)[] = [];
  #depth = 0;

  constructor(file: string | null) {
    if (file) mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    this.#sqlite = new DatabaseSync(file ?? ":memory:");
    // A page holds several events: fewer of them are written, and fuller ones.
    this.#sqlite.exec("PRAGMA page_size = 16384;");
    // A committed write reaches the operating system before the API answers, so kill -9 loses nothing.
    this.#sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;");
    // Room for the pages that are written to again. A year of renewals is half a gigabyte of others: it passes through.
    this.#sqlite.exec("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 5000;");
    this.#prepareSchema(file);
  }

  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  /** How many rows it changed. */
  change(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** Commits when `work` returns, rolls back when it throws; nested calls become savepoints. */
  transaction<Result>(work: () => Result): Result {
    const [begin, commit, rollback] = this.#boundaries();
    for (const react of this.#boundaryReactions) react();
    this.#sqlite.exec(begin);
    this.#depth++;
    try {
      const result = work();
      if (this.#depth === 1) for (const react of this.#boundaryReactions) react();
      this.#sqlite.exec(commit);
      return result;
    } catch (error) {
      this.#sqlite.exec(rollback);
      for (const react of this.#rollbackReactions) react();
      throw error;
    } finally {
      this.#depth--;
    }
  }

  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  /** For those who write late: what they hold back is about to be committed, or could be rolled back to. */
  onBoundary(react: () => void): void {
    this.#boundaryReactions.push(react);
  }

  /** For those who remember what was written: some of it is gone. */
  onRollback(react: () => void): void {
    this.#rollbackReactions.push(react);
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #boundaries(): [string, string, string] {
    if (this.#depth === 0) return ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"];
    const name = `level_${this.#depth}`;
    return [`SAVEPOINT ${name}`, `RELEASE ${name}`, `ROLLBACK TO ${name}; RELEASE ${name}`];
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#sqlite.prepare(sql)));
    return statement;
  }

  #prepareSchema(file: string | null): void {
    const { user_version: version } = this.#sqlite.prepare("PRAGMA user_version").get() as {
      user_version: number;
    };
    if (version === SCHEMA_VERSION) return;
    if (version !== 0) {
      this.#sqlite.close();
      throw new Error(
        `${file ?? "The state"} was written by another version of the local Stripe. Delete it to start afresh.`,
      );
    }
    this.transaction(() => {
      this.#sqlite.exec(SCHEMA_SQL);
    });
  }
}
