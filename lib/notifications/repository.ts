import { v7 as uuidv7 } from "uuid";
import type { EmailMessage } from "@/emails/types";
import type { Db } from "@/lib/db";
import type { QueuedEmail } from "./types";

/** @returns the new row's id, or null when the key was used before */
export async function insertEmail(tx: Db, email: QueuedEmail): Promise<string | null> {
  const { key, to, userId, message, documentId } = email;
  const id = uuidv7();
  const { count } = await tx.prisma.outboxEmail.createMany({
    data: { id, key, recipient: to, userId, template: message.template, message, documentId },
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** @returns null when the mail is unknown, sent or given up */
export function findPendingEmail(
  db: Db,
  id: string,
): Promise<{ template: string; userId: string | null; documentId: string | null } | null> {
  return db.prisma.outboxEmail.findUnique({
    where: { id, status: "pending" },
    select: { template: true, userId: true, documentId: true },
  });
}

export interface EmailTry {
  id: string;
  key: string;
  recipient: string;
  message: EmailMessage;
  documentId: string | null;
  /** Its count, from 1. */
  number: number;
  /** The provider may have taken an earlier one. */
  unknown: boolean;
  /** And so long ago that it no longer knows the key: this one must not be made. */
  forgotten: boolean;
}

/**
 * The provider knows a key for 24 hours from its first use. https://resend.com/docs/dashboard/emails/idempotency-keys
 * An hour less, for what a try itself takes and for clocks that differ.
 */
const keyLifetimeHours = 23;

/**
 * Begins a try, or says that none may be made any more. From here until the try's outcome is written, nobody knows
 * whether the provider took the mail.
 * @returns null when the mail is not pending
 */
export async function beginTry(db: Db, id: string): Promise<EmailTry | null> {
  const [row] = await db.sql<EmailTry>({
    name: "begin-email-try",
    text: `WITH before AS (
        SELECT id, unknown_since IS NOT NULL AS unknown,
          COALESCE(unknown_since < now() - make_interval(hours => $2::int), false) AS forgotten
        FROM outbox_emails WHERE id = $1::uuid AND status = 'pending' FOR UPDATE
      )
      UPDATE outbox_emails AS email SET
        attempts = attempts + CASE WHEN before.forgotten THEN 0 ELSE 1 END,
        unknown_since = COALESCE(email.unknown_since, now())
      FROM before WHERE email.id = before.id
      RETURNING email.id, key, recipient, message, document_id AS "documentId", attempts AS number,
        before.unknown, before.forgotten`,
    values: [id, keyLifetimeHours],
  });
  return row ?? null;
}

/** A mail whose link opens an account is not kept once it is out, or never will be. */
const withoutSecrets = `CASE WHEN template IN (
    'verify-email', 'reset-password', 'sign-in-link', 'confirm-new-email', 'email-change-asked', 'email-changed')
  THEN jsonb_build_object('template', template, 'props', '{}'::jsonb) ELSE message END`;

export async function markSent(db: Db, id: string, providerId: string | null): Promise<void> {
  await db.sql({
    name: "mark-email-sent",
    text: `UPDATE outbox_emails SET status = 'sent', provider_id = $2::text, sent_at = now(), error = NULL,
      unknown_since = NULL, message = ${withoutSecrets} WHERE id = $1::uuid AND status = 'pending'`,
    values: [id, providerId],
  });
}

export async function markFailed(db: Db, id: string, error: string): Promise<void> {
  await db.sql({
    name: "mark-email-failed",
    text: `UPDATE outbox_emails SET status = 'failed', error = $2::text, message = ${withoutSecrets}
      WHERE id = $1::uuid AND status = 'pending'`,
    values: [id, error],
  });
}

/** Of mails that wait for nothing any more. By PostgreSQL's own time, as all times of the outbox. @returns how many */
export async function emptyEmailsOlderThan(db: Db, days: number, limit: number): Promise<number> {
  const rows = await db.sql<{ one: number }>({
    name: "empty-old-emails",
    text: `UPDATE outbox_emails SET recipient = '', error = NULL,
        message = jsonb_build_object('template', template, 'props', '{}'::jsonb)
      WHERE id IN (
        SELECT id FROM outbox_emails WHERE status IN ('sent', 'failed', 'unwanted') AND recipient <> ''
          AND created_at < now() - make_interval(days => $1::int)
        LIMIT $2::int)
      RETURNING 1 AS one`,
    values: [days, limit],
  });
  return rows.length;
}

/** A mail that its person switched off while it waited: nothing is tried (again). */
export async function markUnwanted(db: Db, id: string): Promise<void> {
  await db.prisma.outboxEmail.updateMany({ where: { id, status: "pending" }, data: { status: "unwanted" } });
}

interface FailedTry {
  email: EmailTry;
  error: string;
  /** The provider certainly did not take the mail in this try. */
  untaken: boolean;
}

/** Keeps why a try failed. Nothing is unknown any more if this one was not taken and there was no other that may be. */
export async function keepError(db: Db, { email, error, untaken }: FailedTry): Promise<void> {
  await db.sql({
    name: "keep-email-error",
    text: `UPDATE outbox_emails SET error = $2::text,
        unknown_since = CASE WHEN $3::boolean AND attempts = $4::int THEN NULL ELSE unknown_since END
      WHERE id = $1::uuid AND status = 'pending'`,
    values: [email.id, error, untaken && !email.unknown, email.number],
  });
}

/** Pending mails whose job is gone or has used up its tries, older than a job needs to begin. */
export async function listStuckEmails(db: Db, limit: number): Promise<string[]> {
  const rows = await db.sql<{ id: string }>({
    name: "list-stuck-emails",
    text: `SELECT e.id FROM outbox_emails e
      WHERE e.status = 'pending' AND e.created_at < now() - interval '5 minutes' AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'email:' || e.id AND j.attempts < j.max_attempts)
      ORDER BY e.created_at LIMIT $1::int`,
    values: [limit],
  });
  return rows.map(({ id }) => id);
}
