import type { Db } from "@/lib/db";
import type { ContactStatus } from "./types";

interface NewMessage {
  formKey: string;
  userId: string | null;
  name: string;
  email: string;
  subject: string;
  body: string;
  now: Date;
}

/** @returns the new message's id; null when this form was sent before */
export async function insertMessage(tx: Db, { now, ...message }: NewMessage): Promise<string | null> {
  const [row] = await tx.prisma.contactMessage.createManyAndReturn({
    data: { ...message, createdAt: now, updatedAt: now },
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

interface LockedMessage {
  id: string;
  status: ContactStatus;
  name: string;
  email: string;
  subject: string;
  body: string;
  userId: string | null;
}

/** The message, which nobody else changes until the transaction ends. */
export async function lockMessage(tx: Db, id: string): Promise<LockedMessage | null> {
  const [row] = await tx.sql<LockedMessage>({
    name: "lock-contact-message",
    text: `SELECT m.id, m.status::text AS status, m.name, m.email, m.subject, m.body, m.user_id AS "userId"
      FROM contact_messages m WHERE m.id = $1::uuid FOR UPDATE`,
    values: [id],
  });
  return row ?? null;
}

/** Asked once the message is locked: a statement that waits for a lock sees what was there when it began. */
export function countAnswers(tx: Db, messageId: string): Promise<number> {
  return tx.prisma.contactAnswer.count({ where: { messageId } });
}

/** Whether this form was sent before. */
export async function hasAnswer(tx: Db, formKey: string): Promise<boolean> {
  return (await tx.prisma.contactAnswer.count({ where: { formKey } })) > 0;
}

interface NewAnswer {
  messageId: string;
  formKey: string;
  authorId: string;
  body: string;
  now: Date;
}

export async function insertAnswer(tx: Db, { now, ...answer }: NewAnswer): Promise<string> {
  const { id } = await tx.prisma.contactAnswer.create({
    data: { ...answer, createdAt: now },
    select: { id: true },
  });
  return id;
}

interface Change {
  status: ContactStatus;
  now: Date;
}

export async function setStatus(tx: Db, id: string, { status, now }: Change): Promise<void> {
  await tx.prisma.contactMessage.update({
    where: { id },
    data: { status, updatedAt: now, closedAt: status === "closed" ? now : null },
    select: { id: true },
  });
}

/** Those that wait for nothing and were last touched before `before`. @returns how many */
export async function deleteSettled(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const rows = await db.sql<{ id: string }>({
    name: "delete-settled-contact-messages",
    text: `DELETE FROM contact_messages WHERE id IN (SELECT id FROM contact_messages
        WHERE status <> 'open' AND updated_at < $1::timestamptz LIMIT $2::int) RETURNING id`,
    values: [before, limit],
  });
  return rows.length;
}
