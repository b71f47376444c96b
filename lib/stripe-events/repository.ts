import type { Db } from "@/lib/db";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";

type EventStatus = "pending" | "processed" | "ignored" | "failed" | "dead";

export interface StoredEvent extends GatewayEvent {
  status: EventStatus;
  attempts: number;
  receivedAt: Date;
  /** When somebody put it back. */
  replayedAt: Date | null;
}

type Arrival = { source: "webhook" | "sweep"; receivedAt: Date };

/** How JSON writes NUL and halves of surrogate pairs. */
const unholdable = /\\u0000|\\ud[89a-f]/;

/** PostgreSQL's text and JSONB hold neither NUL nor half a surrogate pair, and somebody may have typed one into a name. */
function toJson(payload: unknown): string {
  const json = JSON.stringify(payload);
  if (!unholdable.test(json)) return json;
  return JSON.stringify(payload, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\u0000", "").toWellFormed() : value,
  );
}

/**
 * The job of an event: one for all that waits of its customer, or its own where it names none. A job that runs already
 * is followed by another. https://worker.graphile.org/docs/job-key
 */
export const addJob = (event: string) => `graphile_worker.add_job(
  identifier => CASE WHEN ${event}.stripe_customer_id IS NULL
    THEN 'process-stripe-event' ELSE 'process-customer-events' END,
  payload => CASE WHEN ${event}.stripe_customer_id IS NULL
    THEN json_build_object('eventId', ${event}.id)
    ELSE json_build_object('stripeCustomerId', ${event}.stripe_customer_id) END,
  job_key => ${jobKey(event)}, max_attempts => 25, job_key_mode => 'replace')`;

export const jobKey = (event: string) =>
  `COALESCE('stripe-customer:' || ${event}.stripe_customer_id, 'stripe-event:' || ${event}.id)`;

/**
 * Adds the events that are new, with the jobs that process them: one statement, so an event is never without its job.
 * An event told twice, by whichever way, is one row and one job. Rows and jobs are taken in one order, so that two
 * batches with the same events or customers wait for each other only one way round.
 * @returns how many were new
 */
export async function storeEvents(
  db: Db,
  events: readonly GatewayEvent[],
  arrival: Arrival,
): Promise<number> {
  const [row] = await db.sql<{ events: bigint }>({
    name: "store-stripe-events",
    text: `WITH arrived AS (
        INSERT INTO stripe_events
          (id, type, api_version, object_id, stripe_customer_id, payload, occurred_at, source, received_at)
        SELECT e->>'id', e->>'type', e->>'apiVersion', e->>'objectId', e->>'stripeCustomerId', e->'payload',
          (e->>'occurredAt')::timestamptz, $2::stripe_event_source, $3::timestamptz
        FROM jsonb_array_elements($1::jsonb) AS e
        ORDER BY e->>'id'
        ON CONFLICT (id) DO NOTHING
        RETURNING id, stripe_customer_id
      ), works AS (SELECT DISTINCT ON (${jobKey("a")}) a.id, a.stripe_customer_id FROM arrived a ORDER BY ${jobKey("a")})
      SELECT (SELECT count(*) FROM arrived) AS events, count(job.id) AS jobs
      FROM works, LATERAL ${addJob("works")} AS job`,
    values: [toJson(events), arrival.source, arrival.receivedAt],
  });
  return Number(row?.events ?? 0);
}

/**
 * Gives unfinished events that arrived before `before` a new job where theirs is gone or used up, for example
 * by a process that was killed again and again.
 */
export async function requeueStuckEvents(db: Db, before: Date): Promise<number> {
  const rows = await db.sql<{ id: string }>({
    name: "requeue-stuck-stripe-events",
    text: `WITH stuck AS (
        SELECT DISTINCT ON (${jobKey("e")}) e.id, e.stripe_customer_id FROM stripe_events e
        WHERE e.status IN ('pending', 'failed') AND e.received_at < $1::timestamptz AND NOT EXISTS (
          SELECT 1 FROM graphile_worker.jobs j
          WHERE j.key = ${jobKey("e")} AND j.attempts < j.max_attempts)
      )
      SELECT stuck.id FROM stuck, LATERAL ${addJob("stuck")} AS job`,
    values: [before],
  });
  return rows.length;
}

export async function findEvent(db: Db, id: string): Promise<StoredEvent | null> {
  const row = await db.prisma.stripeEvent.findUnique({ where: { id } });
  return row && { ...row, payload: row.payload as Record<string, unknown> };
}

/** What waits for one customer, oldest first. */
export async function listUnfinished(
  db: Db,
  stripeCustomerId: string,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db.prisma.stripeEvent.findMany({
    where: { stripeCustomerId, status: { in: ["pending", "failed"] } },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

/** Which of the events still wait; their rows stay locked until the transaction ends. */
export async function lockUnfinished(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql<{ id: string }>({
    name: "lock-stripe-events",
    text: `SELECT id FROM stripe_events WHERE id = ANY($1::text[]) AND status NOT IN ('processed', 'ignored')
      ORDER BY id FOR UPDATE`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
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

/** Of finished events; those about disputes name no customer. @returns how many */
export async function emptyEventsOfDeletedPeople(db: Db, limit: number): Promise<number> {
  const rows = await db.sql<{ id: string }>({
    name: "empty-stripe-events-of-deleted-people",
    text: `WITH gone AS MATERIALIZED (SELECT id FROM users WHERE anonymised_at IS NOT NULL)
      UPDATE stripe_events SET payload = '{"emptied": true}' WHERE id IN (
        SELECT e.id FROM stripe_events e
        WHERE e.status IN ('processed', 'ignored') AND e.payload->'emptied' IS NULL AND (
          e.stripe_customer_id IN (SELECT c.stripe_customer_id FROM stripe_customers c JOIN gone ON gone.id = c.user_id)
          OR e.stripe_customer_id IS NULL
            AND e.object_id IN (SELECT d.stripe_dispute_id FROM disputes d JOIN gone ON gone.id = d.user_id))
        LIMIT $1::int)
      RETURNING id`,
    values: [limit],
  });
  return rows.length;
}
