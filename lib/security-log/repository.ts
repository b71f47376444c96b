import type { Db } from "@/lib/db";

interface EventRow {
  id: string;
  userId: string;
  kind: string;
  ip: string | null;
  userAgent: string | null;
  detail: string | null;
  createdAt: Date;
}

export async function insertSecurityEvent(db: Db, event: EventRow): Promise<void> {
  await db.prisma.securityEvent.create({ data: event, select: { id: true } });
}

const lockKinds = {
  signed_in_failed_locked: "u.email = $2::text",
  second_step_locked: "u.id = $2::uuid",
} as const;

interface Lock {
  id: string;
  kind: keyof typeof lockKinds;
  /** The address of a sign-in, the id of the person of a second step. */
  subject: string;
  ip: string | null;
  now: Date;
}

/** One line in a quarter of an hour for each kind; nothing for nobody. */
export async function insertLock(db: Db, { id, kind, subject, ip, now }: Lock): Promise<void> {
  await db.sql({
    name: `insert-${kind}`,
    text: `INSERT INTO security_events (id, user_id, kind, ip, created_at)
      SELECT $1::uuid, u.id, '${kind}', $3::text, $4::timestamptz FROM users u
      WHERE ${lockKinds[kind]} AND NOT EXISTS (
        SELECT 1 FROM security_events e WHERE e.user_id = u.id AND e.kind = '${kind}'
          AND e.created_at > $4::timestamptz - interval '15 minutes')`,
    values: [id, subject, ip, now],
  });
}
