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

interface LockedSignIn {
  id: string;
  email: string;
  ip: string | null;
  now: Date;
}

export async function insertLockedSignIn(db: Db, { id, email, ip, now }: LockedSignIn): Promise<void> {
  await db.sql({
    name: "insert-locked-sign-in",
    text: `INSERT INTO security_events (id, user_id, kind, ip, created_at)
      SELECT $1::uuid, u.id, 'signed_in_failed_locked', $3::text, $4::timestamptz FROM users u
      WHERE u.email = $2::text AND NOT EXISTS (
        SELECT 1 FROM security_events e WHERE e.user_id = u.id AND e.kind = 'signed_in_failed_locked'
          AND e.created_at > $4::timestamptz - interval '15 minutes')`,
    values: [id, email, ip, now],
  });
}

interface LockedSecondStep {
  id: string;
  userId: string;
  ip: string | null;
  now: Date;
}

export async function insertLockedSecondStep(
  db: Db,
  { id, userId, ip, now }: LockedSecondStep,
): Promise<void> {
  await db.sql({
    name: "insert-locked-second-step",
    text: `INSERT INTO security_events (id, user_id, kind, ip, created_at)
      SELECT $1::uuid, u.id, 'second_step_locked', $3::text, $4::timestamptz FROM users u
      WHERE u.id = $2::uuid AND NOT EXISTS (
        SELECT 1 FROM security_events e WHERE e.user_id = u.id AND e.kind = 'second_step_locked'
          AND e.created_at > $4::timestamptz - interval '15 minutes')`,
    values: [id, userId, ip, now],
  });
}
