import type { Db } from "@/lib/db";
import { isNextCount } from "./policy";

/** One person's changes to their ways in wait for each other. */
export async function lockOwner(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-passkey-owner",
    text: "SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE",
    values: [userId],
  });
}

interface NewPasskey {
  userId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: bigint;
  transports: string[];
  deviceType: string;
  backedUp: boolean;
  name: string;
  createdAt: Date;
}

/** @returns whether it is new: a credential belongs to one person once */
export async function insertPasskey(tx: Db, passkey: NewPasskey): Promise<boolean> {
  const { count } = await tx.prisma.passkey.createMany({ data: [passkey], skipDuplicates: true });
  return count === 1;
}

/** The name under which a person's devices keep their passkeys: as it was, or this one. */
export async function keepHandle(db: Db, userId: string, handle: string): Promise<string> {
  await db.prisma.passkeyHandle.createMany({ data: [{ userId, handle }], skipDuplicates: true });
  const kept = await db.prisma.passkeyHandle.findUniqueOrThrow({ where: { userId } });
  return kept.handle;
}

interface Use {
  id: string;
  counter: bigint;
  backedUp: boolean;
  now: Date;
}

/** Notes a use whose count is the next one. Of two answers with one count, one is noted. */
export async function noteUse(
  tx: Db,
  { id, counter, backedUp, now }: Use,
): Promise<"noted" | "not next" | "gone"> {
  const [row] = await tx.sql<{ counter: string }>({
    name: "lock-passkey",
    text: "SELECT counter::text FROM passkeys WHERE id = $1::uuid FOR UPDATE",
    values: [id],
  });
  if (!row) return "gone";
  if (!isNextCount(BigInt(row.counter), counter)) return "not next";
  await tx.prisma.passkey.update({
    where: { id },
    data: { counter, backedUp, lastUsedAt: now },
    select: { id: true },
  });
  return "noted";
}

type OwnPasskey = { userId: string; passkeyId: string };

/** @returns whether the person has it */
export async function renameOwn(
  db: Db,
  { userId, passkeyId, name }: OwnPasskey & { name: string },
): Promise<boolean> {
  const { count } = await db.prisma.passkey.updateMany({ where: { id: passkeyId, userId }, data: { name } });
  return count === 1;
}

/** @returns the name it had, or null when the person has none such */
export async function deleteOwn(tx: Db, { userId, passkeyId }: OwnPasskey): Promise<string | null> {
  const passkey = await tx.prisma.passkey.findFirst({
    where: { id: passkeyId, userId },
    select: { name: true },
  });
  if (!passkey) return null;
  await tx.prisma.passkey.delete({ where: { id: passkeyId } });
  return passkey.name;
}

/** Every passkey of a person, and the sessions that they are signed in with. @returns how many passkeys */
export async function deleteAll(tx: Db, userId: string): Promise<number> {
  const { count } = await tx.prisma.passkey.deleteMany({ where: { userId } });
  if (count > 0) await tx.prisma.session.deleteMany({ where: { userId } });
  return count;
}
