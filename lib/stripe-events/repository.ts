import type { Db } from "@/lib/db";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";

type EventStatus = "pending" | "processed" | "ignored" | "failed" | "dead";

export interface StoredEvent extends GatewayEvent {
  status: EventStatus;
  attempts: number;
}

type Arrival = { source: "webhook" | "sweep"; receivedAt: Date };

/** PostgreSQL's text and JSONB hold neither NUL nor half a surrogate pair, and somebody may have typed one into a name. */
function toJson(payload: unknown): string {
  return JSON.stringify(payload, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\u0000", "").toWellFormed() : value,
  );
}

/**
 * Adds the events that are new, each with the job that processes it: one statement, so an event is never without
 * its job. An event told twice, by whichever way, is one row and one job.
 * @returns how many were new
 */
export async function storeEvents(
  db: Db,
  events: readonly GatewayEvent[],
  arrival: Arrival,
): Promise<number> {
  const rows = await db.sql<{ id: string }>({
    name: "store-stripe-events",
    text: `WITH arrived AS (
        INSERT INTO stripe_events
          (id, type, api_version, object_id, stripe_customer_id, payload, occurred_at, source, received_at)
        SELECT e->>'id', e->>'type', e->>'apiVersion', e->>'objectId', e->>'stripeCustomerId', e->'payload',
          (e->>'occurredAt')::timestamptz, $2::stripe_event_source, $3::timestamptz
        FROM jsonb_array_elements($1::jsonb) AS e
        ON CONFLICT (id) DO NOTHING
        RETURNING id
      )
      SELECT arrived.id FROM arrived, LATERAL graphile_worker.add_job(
        identifier => 'process-stripe-event', payload => json_build_object('eventId', arrived.id),
        job_key => 'stripe-event:' || arrived.id, max_attempts => 25) AS job`,
    values: [toJson(events), arrival.source, arrival.receivedAt],
  });
  return rows.length;
}

/**
 * Gives unfinished events that arrived before `before` a new job where theirs is gone or used up, for example
 * by a process that was killed again and again.
 */
export async function requeueStuckEvents(db: Db, before: Date): Promise<number> {
  const rows = await db.sql<{ id: string }>({
    name: "requeue-stuck-stripe-events",
    text: `SELECT e.id FROM stripe_events e, LATERAL graphile_worker.add_job(
        identifier => 'process-stripe-event', payload => json_build_object('eventId', e.id),
        job_key => 'stripe-event:' || e.id, max_attempts => 25, job_key_mode => 'replace') AS job
      WHERE e.status IN ('pending', 'failed') AND e.received_at < $1::timestamptz AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'stripe-event:' || e.id AND j.attempts < j.max_attempts)`,
    values: [before],
  });
  return rows.length;
}

export async function findEvent(db: Db, id: string): Promise<StoredEvent | null> {
  const row = await db.prisma.stripeEvent.findUnique({ where: { id } });
  return row && { ...row, payload: row.payload as Record<string, unknown> };
}

/** Whether the event still waits; its row stays locked until the transaction ends. */
export async function lockUnfinished(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.sql<{ status: EventStatus }>({
    name: "lock-stripe-event",
    text: "SELECT status::text AS status FROM stripe_events WHERE id = $1 FOR UPDATE",
    values: [id],
  });
  return rows.some(({ status }) => status !== "processed" && status !== "ignored");
}

type Finish = { id: string; status: "processed" | "ignored"; note: string | null; processedAt: Date };

export async function finishEvent(tx: Db, { id, ...data }: Finish): Promise<void> {
  await tx.prisma.stripeEvent.update({
    where: { id },
    data: { ...data, attempts: { increment: 1 }, error: null },
    select: { id: true },
  });
}

type Failure = { id: string; status: "failed" | "dead"; error: string };

/** Unless another process has finished the event meanwhile. */
export async function failEvent(db: Db, { id, ...data }: Failure): Promise<void> {
  await db.prisma.stripeEvent.updateMany({
    where: { id, status: { notIn: ["processed", "ignored"] } },
    data: { ...data, attempts: { increment: 1 } },
  });
}
