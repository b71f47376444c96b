import { expect, test } from "vitest";
import { writeLedger, writePeople } from "@/prisma/seed/books/write-books";
import { createTestDatabase } from "@/tests/setup/test-database";
import { playForReal } from "./support/play-for-real";
import { tellCompany } from "./support/seeded-company";

const now = new Date("2026-11-22T09:30:00Z");

test("what the seed works out is what the ledger's own functions write, row by row", async () => {
  const [mine, real] = [await createTestDatabase(), await createTestDatabase()];
  const { books, accounts } = tellCompany(now);
  // Everybody on whose account money went back, was disputed or was owed, and some of the others.
  const returned = new Set(
    books.steps.flatMap(({ act, userId }) => (act === "revoke" || act === "freeze" ? [userId] : [])),
  );
  const chosen = accounts.filter(({ userId }, index) => returned.has(userId) || index % 30 === 0);
  expect(chosen.length).toBeGreaterThan(15);

  await mine.transaction(async (tx) => {
    await writePeople(tx, books);
    await writeLedger(tx, chosen);
  });
  await writePeople(real, books);
  for (const { userId } of chosen)
    await playForReal(
      real,
      books.steps.filter((step) => step.userId === userId),
    );

  const tables = ["credit_accounts", "credit_lots", "credit_entries", "credit_holds", "credit_revocations"];
  for (const table of tables) {
    const order =
      table === "credit_accounts" ? "user_id" : `user_id, ${table === "credit_lots" ? "no" : "seq"}`;
    const text = `SELECT * FROM ${table} ORDER BY ${order}`;
    const [rows, expected] = await Promise.all(
      [mine, real].map((db) => db.sql({ name: `all ${table}`, text, values: [] })),
    );
    expect(rows?.length, table).toBeGreaterThan(0);
    expect(rows, table).toEqual(expected);
  }
});
