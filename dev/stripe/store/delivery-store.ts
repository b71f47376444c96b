import { type Database } from "./database";

export type DeliveryStatus = "pending" | "succeeded" | "failed" | "dropped";

export interface Delivery {
  id: number;
  eventId: string;
  eventType: string;
  endpointId: string;
  status: DeliveryStatus;
  attempts: number;
  /** Milliseconds of the machine's own clock, as is `nextAt`. */
  createdAt: number;
  nextAt: number;
}

export interface Attempt {
  at: number;
  durationMs: number;
  status: number | null;
  error: string | null;
}

export type TriedDelivery = Delivery & { tries: Attempt[] };

const COLUMNS =
  "id, event_id AS eventId, event_type AS eventType, endpoint_id AS endpointId, status, attempts, created_at AS createdAt, next_at AS nextAt";

/** Webhooks on their way, and what became of them. */
export class DeliveryStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(
    delivery: Pick<Delivery, "eventId" | "eventType" | "endpointId" | "status" | "createdAt" | "nextAt">,
  ): number {
    return this.#db.run(
      "INSERT INTO deliveries (event_id, event_type, endpoint_id, status, created_at, next_at) VALUES (?, ?, ?, ?, ?, ?)",
      delivery.eventId,
      delivery.eventType,
      delivery.endpointId,
      delivery.status,
      delivery.createdAt,
      delivery.nextAt,
    );
  }

  endpointsDue(now: number): string[] {
    const rows = this.#db.rows<{ id: string }>(
      "SELECT DISTINCT endpoint_id AS id FROM deliveries WHERE status = 'pending' AND next_at <= ?",
      now,
    );
    return rows.map(({ id }) => id);
  }

  due(endpointId: string, { now, limit }: { now: number; limit: number }): Delivery[] {
    return this.#db.rows<Delivery>(
      `SELECT ${COLUMNS} FROM deliveries WHERE status = 'pending' AND endpoint_id = ? AND next_at <= ? ORDER BY next_at, id LIMIT ?`,
      endpointId,
      now,
      limit,
    );
  }

  nextAfter(now: number): number | null {
    const [row] = this.#db.rows<{ at: number | null }>(
      "SELECT min(next_at) AS at FROM deliveries WHERE status = 'pending' AND next_at > ?",
      now,
    );
    return row?.at ?? null;
  }

  pendingCount(): number {
    const [row] = this.#db.rows<{ count: number }>(
      "SELECT count(*) AS count FROM deliveries WHERE status = 'pending'",
    );
    return row?.count ?? 0;
  }

  find(id: number): Delivery | null {
    return this.#db.rows<Delivery>(`SELECT ${COLUMNS} FROM deliveries WHERE id = ?`, id)[0] ?? null;
  }

  ofEvent(eventId: string): Delivery[] {
    return this.#db.rows<Delivery>(
      `SELECT ${COLUMNS} FROM deliveries WHERE event_id = ? ORDER BY id`,
      eventId,
    );
  }

  /** Newest first, with every attempt. */
  latest(limit: number): TriedDelivery[] {
    return this.#withTries(
      this.#db.rows<Delivery>(`SELECT ${COLUMNS} FROM deliveries ORDER BY id DESC LIMIT ?`, limit),
    );
  }

  /** Of these events, in their order, with every attempt. */
  triedOf(eventIds: string[]): TriedDelivery[] {
    return this.#withTries(eventIds.flatMap((id) => this.ofEvent(id)));
  }

  #withTries(deliveries: Delivery[]): TriedDelivery[] {
    return deliveries.map((delivery) => ({ ...delivery, tries: this.attemptsOf(delivery.id) }));
  }

  attemptsOf(id: number): Attempt[] {
    return this.#db.rows<Attempt>(
      "SELECT at, duration_ms AS durationMs, status, error FROM delivery_attempts WHERE delivery_id = ? ORDER BY rowid",
      id,
    );
  }

  /** Writes down one attempt and what follows from it. */
  record(id: number, attempt: Attempt, next: { status: DeliveryStatus; nextAt: number }): void {
    this.#db.transaction(() => {
      this.#db.run(
        "INSERT INTO delivery_attempts (delivery_id, at, duration_ms, status, error) VALUES (?, ?, ?, ?, ?)",
        id,
        attempt.at,
        attempt.durationMs,
        attempt.status,
        attempt.error,
      );
      this.#db.run(
        "UPDATE deliveries SET attempts = attempts + 1, status = ?, next_at = ? WHERE id = ?",
        next.status,
        next.nextAt,
        id,
      );
    });
  }

  postpone(id: number, nextAt: number): void {
    this.#db.run("UPDATE deliveries SET next_at = ? WHERE id = ? AND status = 'pending'", nextAt, id);
  }

  makeDueNow(now: number): void {
    this.#db.run("UPDATE deliveries SET next_at = ? WHERE status = 'pending' AND next_at > ?", now, now);
  }

  settle(id: number, status: DeliveryStatus): void {
    this.#db.run("UPDATE deliveries SET status = ? WHERE id = ?", status, id);
  }

  /** Webhooks of an event that no endpoint has taken yet. */
  openCount(eventId: string): number {
    const [row] = this.#db.rows<{ count: number }>(
      "SELECT count(DISTINCT endpoint_id) AS count FROM deliveries WHERE event_id = ? AND status != 'succeeded'",
      eventId,
    );
    return row?.count ?? 0;
  }

  countByStatus(): Record<string, number> {
    const rows = this.#db.rows<{ status: string; count: number }>(
      "SELECT status, count(*) AS count FROM deliveries GROUP BY status",
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.count]));
  }
}
