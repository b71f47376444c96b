import { randomUUID } from "node:crypto";
import { spendCredits } from "@/lib/credits";
import { Prisma, type Database } from "@/lib/db";

const creditsMilli = 1n;
const clock = { now: () => new Date() };

interface Contender {
  name: string;
  spend(db: Database, userId: string): Promise<unknown>;
}

/** (a) What the product does: idempotency, lots in burn order, entry with its balance after; all or nothing. */
const ours: Contender = {
  name: "ours",
  spend: (db, userId) =>
    spendCredits(
      { db, clock },
      { userId, creditsMilli, key: `run:${randomUUID()}`, description: "Image optimiser" },
    ),
};

/** (b) The same rules on the same tables as an interactive Prisma transaction, in the fewest statements we found. */
const prisma: Contender = {
  name: "Prisma transaction",
  spend: (db, userId) =>
    db.transaction(async (transaction) => {
      const tx = transaction.prisma;
      const now = clock.now();
      const reference = `run:${randomUUID()}`;
      const [account] = await transaction.sql<{ seq: bigint; balance_milli: bigint }>({
        name: "bench-lock",
        text: "SELECT seq, balance_milli FROM credit_accounts WHERE user_id = $1::uuid FOR NO KEY UPDATE",
        values: [userId],
      });
      if (!account) throw new Error("no account");
      const key = randomUUID();
      if (await tx.creditEntry.findUnique({ where: { key } })) throw new Error("used key");
      const lots = await tx.creditLot.findMany({
        where: {
          userId,
          open: true,
          frozenAt: null,
          effectiveAt: { lte: now },
          OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
        },
        orderBy: [
          { priority: "asc" },
          { expiresAt: { sort: "asc", nulls: "last" } },
          { effectiveAt: "asc" },
          { no: "asc" },
        ],
      });
      let left = creditsMilli;
      const touched: bigint[] = [];
      for (const lot of lots) {
        const part = [left, lot.remainingMilli - lot.heldMilli].reduce((a, b) => (a < b ? a : b));
        if (part === 0n) continue;
        await tx.creditLot.update({
          where: { userId_no: { userId, no: lot.no } },
          data: { remainingMilli: { decrement: part }, open: lot.remainingMilli > part },
        });
        touched.push(BigInt(lot.no), -part);
        left -= part;
        if (left === 0n) break;
      }
      if (left > 0n) throw new Error("insufficient");
      await tx.creditAccount.update({
        where: { userId },
        data: { seq: { increment: 1 }, balanceMilli: { decrement: creditsMilli } },
        select: { userId: true },
      });
      return tx.creditEntry.create({
        data: {
          userId,
          key,
          seq: Number(account.seq) + 1,
          deltaMilli: -creditsMilli,
          balanceAfterMilli: account.balance_milli - creditsMilli,
          createdAt: now,
          reason: "spend",
          touched,
          reference,
          description: "Image optimiser",
        },
      });
    }),
};

/** (c) The floor: one statement that lowers a number and writes a line; no lots, no idempotency, no rules. */
const bare: Contender = {
  name: "bare statement",
  spend: (db, userId) =>
    db.sql({
      name: "bench-bare",
      text: `
        WITH moved AS (
          UPDATE bare_accounts SET seq = seq + 1, balance = balance - $2 WHERE user_id = $1 AND balance >= $2
          RETURNING user_id, seq, balance)
        INSERT INTO bare_entries SELECT user_id, seq, -$2::bigint, balance, $3 FROM moved RETURNING seq, balance_after`,
      values: [userId, creditsMilli, clock.now()],
    }),
};

export const contenders = [ours, prisma, bare] as const;
export const [product] = contenders;

/** Users with ample credit in one lot each, for all three contenders. */
export async function seedAccounts(db: Database, count: number): Promise<string[]> {
  const userIds = Array.from({ length: count }, () => randomUUID());
  for (const [name, text] of [
    [
      "users",
      "INSERT INTO users (id, email) SELECT u, u || '@example.com' FROM unnest($1::text[]::uuid[]) u",
    ],
    [
      "lots",
      `SELECT count(credit_grant(u, 1000000000000, 'payg', 20, NULL, NULL, 0, NULL, 'pi:1', 'pi:1', '500 credits', now()))
       FROM unnest($1::text[]::uuid[]) u`,
    ],
    ["bare", "INSERT INTO bare_accounts SELECT u, 0, 1000000000000 FROM unnest($1::text[]::uuid[]) u"],
  ] as const) {
    await db.sql({ name: `bench-seed-${name}`, text, values: [userIds] });
  }
  return userIds;
}

export async function createBareTables(db: Database): Promise<void> {
  await db.prisma.$executeRaw(Prisma.sql`
    CREATE TABLE bare_accounts (user_id uuid PRIMARY KEY, seq bigint NOT NULL, balance bigint NOT NULL) WITH (fillfactor = 50)`);
  await db.prisma.$executeRaw(Prisma.sql`
    CREATE TABLE bare_entries (user_id uuid, seq bigint, delta bigint NOT NULL, balance_after bigint NOT NULL,
      created_at timestamptz NOT NULL, PRIMARY KEY (user_id, seq))`);
}
