import { expect, test } from "vitest";
import { type Db, type SqlStatement } from "@/lib/db";
import { coalesceSpend } from "./coalesce-spend";
import { type LedgerRow } from "./receipt";
import { type SpendInput } from "./types";

const now = new Date("2026-03-01T00:00:00Z");
const userId = "01890000-0000-7000-8000-000000000000";

/** A database that answers when told to, and remembers what it was asked. */
function slowDatabase() {
  const asked: {
    statement: SqlStatement;
    answer: (rows: LedgerRow[]) => void;
    fail: (error: Error) => void;
  }[] = [];
  const sql = (statement: SqlStatement) =>
    new Promise<unknown>((answer, fail) => {
      asked.push({ statement, answer, fail });
    });
  return { db: { sql } as unknown as Db, asked };
}

function row(seq: number, outcome = "done"): LedgerRow {
  const told = { outcome, available_milli: 5n, seq: BigInt(seq), delta_milli: -1n, balance_after_milli: 0n };
  return { ...told, created_at: now, touched: [1n, -1n], kinds: ["payg"] };
}

const input = (key: string, user = userId): SpendInput => ({ userId: user, creditsMilli: 9n, key });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("spends that wait for one under way go together, in order, each with its own verdict", async () => {
  const { db, asked } = slowDatabase();
  const first = coalesceSpend(db, input("a"), now);
  const [second, third] = [coalesceSpend(db, input("b"), now), coalesceSpend(db, input("c"), now)];
  expect(asked.map(({ statement }) => statement.name)).toEqual(["credit_spend"]);
  asked[0]!.answer([row(1)]);
  expect(await first).toMatchObject({ seq: 1n });
  await settled();
  expect(asked[1]!.statement).toMatchObject({ name: "credit_spend_batch" });
  expect(asked[1]!.statement.values[2]).toEqual(["b", "c"]);
  asked[1]!.answer([row(2), row(3, "insufficient")]);
  expect(await second).toMatchObject({ seq: 2n });
  await expect(third).rejects.toMatchObject({ availableMilli: 5n, requiredMilli: 9n });
});

test("a single waiting spend goes the plain way, and spends of other accounts do not wait", async () => {
  const { db, asked } = slowDatabase();
  const other = "01890000-0000-7000-8000-000000000001";
  const spends = [input("a"), input("b"), input("x", other)].map((each) => coalesceSpend(db, each, now));
  expect(asked).toHaveLength(2);
  asked[0]!.answer([row(1)]);
  await settled();
  expect(asked[2]!.statement.name).toBe("credit_spend");
  asked[1]!.answer([row(1)]);
  asked[2]!.answer([row(2)]);
  expect(await Promise.all(spends)).toMatchObject([{ seq: 1n }, { seq: 2n }, { seq: 1n }]);
});

test("the case of a user id makes no second lane", () => {
  const { db, asked } = slowDatabase();
  void coalesceSpend(db, input("a", userId.replaceAll("0", "a")), now);
  void coalesceSpend(db, input("b", userId.replaceAll("0", "A")), now);
  expect(asked).toHaveLength(1);
});

test("spends that waited longer than the clock stood still are judged at the latest of their instants", async () => {
  const { db, asked } = slowDatabase();
  const later = new Date(now.getTime() + 5);
  const spends = [now, later, now].map((at, index) => coalesceSpend(db, input(`${index}`), at));
  asked[0]!.answer([row(1)]);
  await settled();
  expect(asked[1]!.statement.values.at(-1)).toEqual(later);
  asked[1]!.answer([row(2), row(3)]);
  await Promise.all(spends);
});

test("a statement that fails is told to all its callers, and the next spend starts afresh", async () => {
  const { db, asked } = slowDatabase();
  const spends = ["a", "b", "c"].map((key) => coalesceSpend(db, input(key), now));
  const outcomes = Promise.allSettled(spends);
  asked[0]!.fail(new Error("connection lost"));
  await settled();
  asked[1]!.fail(new Error("connection lost"));
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await settled();
  const next = coalesceSpend(db, input("d"), now);
  expect(asked[2]!.statement.name).toBe("credit_spend");
  asked[2]!.answer([row(4)]);
  expect(await next).toMatchObject({ seq: 4n });
});

test("no statement carries more than 250 spends", async () => {
  const { db, asked } = slowDatabase();
  const spends = Array.from({ length: 301 }, (_, i) => coalesceSpend(db, input(`${i}`), now));
  asked[0]!.answer([row(1)]);
  await settled();
  expect(asked[1]!.statement.values[2]).toHaveLength(250);
  asked[1]!.answer(Array.from({ length: 250 }, (_, i) => row(i + 2)));
  await settled();
  expect(asked[2]!.statement.values[2]).toHaveLength(50);
  asked[2]!.answer(Array.from({ length: 50 }, (_, i) => row(i + 252)));
  expect((await Promise.all(spends)).map(({ seq }) => Number(seq))).toEqual(
    Array.from({ length: 301 }, (_, i) => i + 1),
  );
});

test("callers of a statement that answers too few rows are not left waiting", async () => {
  const { db, asked } = slowDatabase();
  const spends = ["a", "b", "c"].map((key) => coalesceSpend(db, input(key), now));
  const outcomes = Promise.allSettled(spends);
  asked[0]!.answer([row(1)]);
  await settled();
  asked[1]!.answer([row(2)]);
  expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
});

const member = (index: number) => `01890000-0000-7000-8000-${String(index).padStart(12, "0")}`;

/** Four accounts keep every lane busy; what comes after waits. */
function busyDatabase(waiting: readonly SpendInput[]) {
  const { db, asked } = slowDatabase();
  const first = [1, 2, 3, 4].map((index) => coalesceSpend(db, input("first", member(index)), now));
  const later = waiting.map((spend) => coalesceSpend(db, spend, now));
  const free = async (lane: number) => {
    asked[lane]!.answer([row(1)]);
    await settled();
  };
  return { asked, first, later, free };
}

test("spends of other accounts wait only while every lane is taken, and then go together", async () => {
  const { asked, later, free } = busyDatabase([5, 6, 7].map((index) => input("k", member(index))));
  expect(asked.map(({ statement }) => statement.name)).toEqual(Array(4).fill("credit_spend"));
  await free(0);
  expect(asked[4]!.statement).toMatchObject({ name: "credit_spend_each" });
  expect(asked[4]!.statement.values[0]).toEqual([member(5), member(6), member(7)]);
  asked[4]!.answer([row(1), row(2, "insufficient"), row(3)]);
  expect((await Promise.allSettled(later)).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});

test("an account that somebody else has locked keeps no other waiting", async () => {
  const { asked, later, free } = busyDatabase([5, 6].map((index) => input("k", member(index))));
  await free(0);
  asked[4]!.answer([row(0, "busy"), row(8)]);
  await settled();
  expect(asked[5]!.statement).toMatchObject({ name: "credit_spend" });
  expect(asked[5]!.statement.values[0]).toBe(member(5));
  asked[5]!.answer([row(9)]);
  expect(await Promise.all(later)).toMatchObject([{ seq: 9n }, { seq: 8n }]);
});

test("after a statement for several accounts failed, each goes alone", async () => {
  const { asked, later, free } = busyDatabase([5, 6].map((index) => input("k", member(index))));
  await free(0);
  asked[4]!.fail(new Error("one of them broke a rule"));
  await settled();
  expect(asked.slice(5).map(({ statement }) => statement.values[0])).toEqual([member(5), member(6)]);
  asked[5]!.fail(new Error("it was this one"));
  asked[6]!.answer([row(2)]);
  const [fifth, sixth] = await Promise.allSettled(later);
  expect([fifth!.status, sixth!.status]).toEqual(["rejected", "fulfilled"]);
});

test("an account with several waiting goes by itself, and what is left of it goes behind the others", async () => {
  const hot = Array.from({ length: 251 }, (_, index) => input(`hot${index}`, member(5)));
  const { asked, first, free } = busyDatabase([...hot, input("k", member(6))]);
  await free(0);
  expect(asked[4]!.statement.name).toBe("credit_spend_batch");
  expect(asked[4]!.statement.values[2]).toHaveLength(250);
  await free(1);
  expect(asked[5]!.statement).toMatchObject({ name: "credit_spend" });
  expect(asked[5]!.statement.values[0]).toBe(member(6));
  expect(await Promise.all(first.slice(0, 2))).toHaveLength(2);
});

test("no statement carries more than 16 accounts", async () => {
  const { asked, free } = busyDatabase(Array.from({ length: 20 }, (_, i) => input("k", member(i + 5))));
  await free(0);
  await free(1);
  expect(asked.slice(4).map(({ statement }) => (statement.values[0] as string[]).length)).toEqual([16, 4]);
});
