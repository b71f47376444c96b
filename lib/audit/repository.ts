import { Prisma, type Db } from "@/lib/db";
import { firstHash, type HashedEntry } from "./policy";

/** The end of a stream, which no one else can add to until the transaction ends. */
export async function lockStream(tx: Db, stream: string): Promise<{ seq: bigint; hash: string }> {
  const [end] = await tx.sql<{ seq: bigint; hash: string }>({
    name: "lock-audit-stream",
    text: `INSERT INTO audit_streams (stream, seq, hash) VALUES ($1::text, 0, $2::text)
      ON CONFLICT (stream) DO UPDATE SET stream = excluded.stream RETURNING seq, hash`,
    values: [stream, firstHash],
  });
  if (!end) throw new Error(`The audit stream ${stream} has no end.`);
  return end;
}

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

export async function insertEntry(tx: Db, entry: HashedEntry & { hash: string }): Promise<void> {
  const { before, after, ...rest } = entry;
  await tx.prisma.auditEntry.create({
    data: { ...rest, before: json(before), after: json(after) },
    select: { id: true },
  });
  const { stream, seq, hash } = entry;
  await tx.prisma.auditStream.update({ where: { stream }, data: { seq, hash }, select: { seq: true } });
}
