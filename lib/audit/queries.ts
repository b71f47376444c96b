import type { Db } from "@/lib/db";
import type { HashedEntry } from "./policy";
import { isUuid } from "@/lib/shared/is-uuid";
import { auditTargets, type AuditFilter, type AuditLine } from "./types";

interface Read extends AuditFilter {
  before: string | null;
  after: string | null;
  limit: number;
}

/** Every type is named, as the index begins with it. */
function toAbout(id: string) {
  const thing = { targetType: { in: [...auditTargets] }, targetId: id };
  return isUuid(id) ? [thing, { userId: id }] : [thing];
}

function toConditions({ actorId, userId, actions, aboutId, from, to, before, after }: Read) {
  return {
    ...(actorId ? { actorId } : {}),
    ...(userId ? { userId } : {}),
    ...(actions && actions.length > 0 ? { action: { in: [...actions] } } : {}),
    ...(aboutId ? { OR: toAbout(aboutId) } : {}),
    ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
    ...(before ? { id: { lt: before } } : after ? { id: { gt: after } } : {}),
  };
}

async function emailsOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const users = await db.prisma.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, email: true },
  });
  return new Map(users.map(({ id, email }) => [id, email]));
}

/** Newest first; ids are UUIDs of version 7, in the order of time. */
export async function readEntries(db: Db, read: Read): Promise<AuditLine[]> {
  const forward = read.before === null && read.after !== null;
  const rows = await db.prisma.auditEntry.findMany({
    where: toConditions(read),
    orderBy: { id: forward ? "asc" : "desc" },
    take: read.limit,
    omit: { seq: true, hash: true, previousHash: true },
  });
  const emails = await emailsOf(
    db,
    rows.flatMap(({ actorId, userId }) => [actorId, userId]),
  );
  const lines = rows.map(({ stream, ...row }) => ({
    ...row,
    actor: (row.actorId && emails.get(row.actorId)) ?? stream.replace("system:", ""),
    userEmail: row.userId ? (emails.get(row.userId) ?? null) : null,
  }));
  return forward ? lines.reverse() : lines;
}

export async function listStreams(db: Db) {
  return db.prisma.auditStream.findMany({ orderBy: { stream: "asc" } });
}

/** The first entries of streams whose end nobody noted: they were not written by an act. */
export function listLooseStreams(db: Db): Promise<{ stream: string; seq: bigint }[]> {
  return db.sql({
    name: "list-loose-audit-streams",
    text: `SELECT e.stream, min(e.seq) AS seq FROM audit_entries e
      WHERE NOT EXISTS (SELECT FROM audit_streams s WHERE s.stream = e.stream)
      GROUP BY e.stream ORDER BY e.stream LIMIT 1000`,
    values: [],
  });
}

/** Entries of a stream in the order in which they were written. */
export async function readStream(
  db: Db,
  { stream, after, limit }: { stream: string; after: bigint; limit: number },
): Promise<(HashedEntry & { hash: string })[]> {
  return db.prisma.auditEntry.findMany({
    where: { stream, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: limit,
  });
}

export async function findIdByEmail(db: Db, email: string): Promise<string | null> {
  const user = await db.prisma.user.findUnique({ where: { email }, select: { id: true } });
  return user?.id ?? null;
}
