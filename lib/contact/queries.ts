import type { Db } from "@/lib/db";
import type { ContactStatus, ListedMessage, MessageDetail } from "./types";

const excerptLength = 160;

interface Read {
  status: ContactStatus | null;
  before: string | null;
  after: string | null;
  limit: number;
}

/** Newest first: ids are UUIDs of version 7, in the order of time. */
export async function readMessages(db: Db, { status, before, after, limit }: Read): Promise<ListedMessage[]> {
  const rows = await db.prisma.contactMessage.findMany({
    where: {
      ...(status ? { status } : {}),
      ...(before ? { id: { lt: before } } : after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: !before && after ? "asc" : "desc" },
    take: limit,
    select: { id: true, status: true, name: true, email: true, subject: true, body: true, createdAt: true },
  });
  const listed = rows.map(({ body, ...row }) => ({ ...row, excerpt: body.slice(0, excerptLength) }));
  return !before && after ? listed.reverse() : listed;
}

export async function readMessage(db: Db, id: string): Promise<MessageDetail | null> {
  const row = await db.prisma.contactMessage.findUnique({
    where: { id },
    select: {
      ...{ id: true, status: true, name: true, email: true, subject: true, body: true, userId: true },
      ...{ createdAt: true, closedAt: true },
      answers: { orderBy: { id: "asc" }, select: { id: true, body: true, authorId: true, createdAt: true } },
    },
  });
  if (!row) return null;
  const people = await db.prisma.user.findMany({
    where: { id: { in: row.answers.map(({ authorId }) => authorId) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id: one, email }) => [one, email]));
  const answers = row.answers.map(({ authorId, ...answer }) => ({
    ...answer,
    author: emails.get(authorId) ?? authorId,
  }));
  return { ...row, answers };
}

export function countOpenMessages(db: Db): Promise<number> {
  return db.prisma.contactMessage.count({ where: { status: "open" } });
}
