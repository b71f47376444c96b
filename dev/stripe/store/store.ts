import { Database } from "./database";
import { DeliveryStore } from "./delivery-store";
import { DueStore } from "./due-store";
import { IdempotencyStore } from "./idempotency-store";
import { ObjectStore } from "./object-store";
import { SettingsStore } from "./settings-store";

const TABLES = [
  "objects",
  "facets",
  "deliveries",
  "delivery_attempts",
  "idempotency_keys",
  "due",
  "settings",
];

/** All state of the stand-in: one database, one view of it per purpose. */
export class Store {
  readonly #db: Database;
  readonly objects: ObjectStore;
  readonly deliveries: DeliveryStore;
  readonly idempotency: IdempotencyStore;
  readonly due: DueStore;
  readonly settings: SettingsStore;

  /** A file keeps its state over restarts; null keeps it in memory. */
  constructor(file: string | null) {
    this.#db = new Database(file);
    this.objects = new ObjectStore(this.#db);
    this.deliveries = new DeliveryStore(this.#db);
    this.idempotency = new IdempotencyStore(this.#db);
    this.due = new DueStore(this.#db);
    this.settings = new SettingsStore(this.#db);
  }

  transaction<Result>(work: () => Result): Result {
    return this.#db.transaction(work);
  }

  reset(): void {
    this.transaction(() => {
      for (const table of TABLES) this.#db.run(`DELETE FROM ${table}`);
      this.objects.forget();
    });
  }

  close(): void {
    this.#db.close();
  }
}
