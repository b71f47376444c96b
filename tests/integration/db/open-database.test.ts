import { expect, test } from "vitest";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const statement = {
  name: "types",
  text: "SELECT $1::bigint AS big, $2::timestamptz AS at, $3::jsonb AS json, $4::bigint[] AS list",
  values: [9_007_199_254_740_993n, new Date("2026-03-01T00:00:00.123Z"), JSON.stringify({ a: 1 }), [1n, 2n]],
} as const;
const row = {
  big: 9_007_199_254_740_993n,
  at: new Date("2026-03-01T00:00:00.123Z"),
  json: { a: 1 },
  list: [1n, 2n],
};

test("the pool returns exact bigint, Date, JSON and arrays", async () => {
  expect(await db.sql(statement)).toEqual([row]);
});

test("a transaction returns the same types as the pool", async () => {
  expect(await db.transaction((tx) => tx.sql(statement))).toEqual([row]);
});

test("a failed transaction leaves nothing behind", async () => {
  await expect(
    db.transaction(async (tx) => {
      await createUser(tx, { email: "gone@example.com" });
      throw new Error("stop");
    }),
  ).rejects.toThrow("stop");
  expect(await db.prisma.user.count({ where: { email: "gone@example.com" } })).toBe(0);
});
