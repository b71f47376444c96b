import { type Database } from "./database";

/** https://docs.stripe.com/api/idempotent_requests: keys may be pruned once they are 24 hours old. */
const KEPT_SECONDS = 24 * 60 * 60;

export interface StoredAnswer {
  /** Verb and path of the first request. */
  endpoint: string;
  /** Its parameters, in one order. */
  params: string;
  requestId: string;
  status: number;
  body: string;
}

/** First answers to requests that carried an idempotency key. */
export class IdempotencyStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(key: string, now: number): StoredAnswer | null {
    return (
      this.#db.rows<StoredAnswer>(
        "SELECT endpoint, params, request_id AS requestId, status, body FROM idempotency_keys WHERE key = ? AND created > ?",
        key,
        now - KEPT_SECONDS,
      )[0] ?? null
    );
  }

  keep(key: string, now: number, answer: StoredAnswer): void {
    this.#db.run(
      "INSERT OR REPLACE INTO idempotency_keys (key, created, endpoint, params, request_id, status, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
      key,
      now,
      answer.endpoint,
      answer.params,
      answer.requestId,
      answer.status,
      answer.body,
    );
  }
}
