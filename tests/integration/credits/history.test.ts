import { expect, test } from "vitest";
import {
  exportEntries,
  freezeLot,
  grantCredits,
  holdCredits,
  listEntries,
  releaseHold,
  revokeCredits,
  spendCredits,
} from "@/lib/credits";
import { type Entry, type EntryFilter } from "@/lib/credits/types";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-03-01T00:00:00Z"));
const ctx = { db, clock };
const day = 86_400_000;

// 2 grants, 30 spends a day apart, a hold and its release, a refund, a freeze: seq 1 to 36.
const userId = await createCreditAccount(ctx, [
  { credits: 20, kind: "subscription", expiresAt: new Date("2027-01-01"), description: "Basic, March" },
  { credits: 30, key: "pi:1", description: "500 credits", cost: { amountMinor: 100n, currency: "usd" } },
]);
for (let i = 1; i <= 30; i += 1) {
  clock.advance(day);
  const description = i % 2 ? "Image optimiser" : "Text statistics 100%";
  await spendCredits(ctx, { userId, creditsMilli: 1000n, key: `run:${i}`, description });
}
await holdCredits(ctx, { userId, creditsMilli: 1n, key: "run:31", expiresAt: new Date("2027-01-01") });
await releaseHold(ctx, { userId, holdKey: "run:31" });
await revokeCredits(ctx, {
  userId,
  key: "re:1",
  lotKey: "pi:1",
  take: { amountMinor: 10n, currency: "usd" },
});
await freezeLot(ctx, { userId, key: "dp:1", lotKey: "pi:1" });

const seqs = (entries: Entry[]) => entries.map(({ seq }) => Number(seq));
const numbers = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

test("pages run from the newest to the oldest without gap or overlap, and say where they end", async () => {
  const first = await listEntries(ctx, { userId, limit: 15 });
  expect(seqs(first.entries)).toEqual([36, 35, 34, ...numbers(32, 21)]);
  expect([first.newer, first.older]).toEqual([null, 21n]);
  const second = await listEntries(ctx, { userId, limit: 15, before: first.older! });
  expect(seqs(second.entries)).toEqual(numbers(20, 6));
  const last = await listEntries(ctx, { userId, limit: 15, before: second.older! });
  expect(seqs(last.entries)).toEqual(numbers(5, 1));
  expect([last.newer, last.older]).toEqual([5n, null]);
});

test("a page can be left the way it was reached", async () => {
  const back = await listEntries(ctx, { userId, limit: 15, after: 5n });
  expect(seqs(back.entries)).toEqual(numbers(20, 6));
  expect([back.newer, back.older]).toEqual([20n, 6n]);
  const top = await listEntries(ctx, { userId, limit: 100, after: 20n });
  expect([top.newer, seqs(top.entries)[0]]).toEqual([null, 36]);
});

test("a page that is exactly full and last has nothing older", async () => {
  expect((await listEntries(ctx, { userId, limit: 5, before: 6n })).older).toBeNull();
  expect(await listEntries(ctx, { userId, before: 1n })).toEqual({ entries: [], older: null, newer: null });
});

test("the length of a page is bounded", async () => {
  expect((await listEntries(ctx, { userId, limit: -3 })).entries).toHaveLength(1);
  expect((await listEntries(ctx, { userId, limit: 1e9 })).entries).toHaveLength(35);
});

test("an entry tells its change, the balance after it, and each lot with its words", async () => {
  const { entries } = await listEntries(ctx, { userId, before: 23n, limit: 1 });
  expect(entries).toEqual([
    {
      seq: 22n,
      reason: "spend",
      deltaMilli: -1000n,
      balanceAfterMilli: 30_000n,
      debtDeltaMilli: 0n,
      at: new Date("2026-03-21T00:00:00Z"),
      countsFrom: null,
      reference: "run:20",
      description: "Text statistics 100%",
      parts: [{ lotNo: 1, kind: "subscription", creditsMilli: 1000n, lotDescription: "Basic, March" }],
    },
  ]);
});

const filters: [name: string, filter: EntryFilter, found: number[]][] = [
  ["one reason", { reasons: ["revoke"] }, [35]],
  ["several reasons", { reasons: ["grant", "freeze"] }, [36, 2, 1]],
  ["holds, when asked for", { reasons: ["hold", "release"] }, [34, 33]],
  ["no reason at all", { reasons: [] }, []],
  ["a kind", { kinds: ["subscription"] }, [...numbers(22, 3), 1]],
  ["another kind", { kinds: ["payg"] }, [36, 35, 34, ...numbers(32, 23), 2]],
  ["a kind nobody has", { kinds: ["admin"] }, []],
  ["from a day on", { from: new Date("2026-03-30T00:00:00Z") }, [36, 35, 34, 32, 31]],
  ["up to, not on, a day", { to: new Date("2026-03-03T00:00:00Z") }, [3, 2, 1]],
  ["a part of the words in any case", { search: "IMAGE", to: new Date("2026-03-05T00:00:00Z") }, [5, 3]],
  ["a reference", { search: "run:17" }, [19]],
  ["whole references", { references: ["run:17", "run:1", "un:17"] }, [19, 3]],
  ["a percent sign, as a letter", { search: "100%", to: new Date("2026-03-04T00:00:00Z") }, [4]],
  ["an underscore, as a letter", { search: "_" }, []],
  ["a backslash, as a letter", { search: "\\" }, []],
  ["an empty search, as none", { search: "", to: new Date("2026-03-02T00:00:00Z") }, [2, 1]],
  [
    "all at once",
    {
      reasons: ["spend"],
      kinds: ["payg"],
      from: new Date("2026-03-22"),
      to: new Date("2026-03-27"),
      search: "text",
    },
    [26, 24],
  ],
];

test.each(filters)("filters: %s", async (_name, filter, found) => {
  expect(seqs((await listEntries(ctx, { userId, limit: 200, ...filter })).entries)).toEqual(found);
});

test("filters and pages go together", async () => {
  const spends = { userId, reasons: ["spend"] as const, limit: 4 };
  const first = await listEntries(ctx, { ...spends, search: "text" });
  expect(seqs(first.entries)).toEqual([32, 30, 28, 26]);
  const second = await listEntries(ctx, { ...spends, search: "text", before: first.older! });
  expect(seqs(second.entries)).toEqual([24, 22, 20, 18]);
  expect(seqs((await listEntries(ctx, { ...spends, search: "text", after: second.newer! })).entries)).toEqual(
    [32, 30, 28, 26],
  );
});

test("another account's history is not in it", async () => {
  const stranger = await createCreditAccount(ctx, [{ credits: 1 }]);
  expect((await listEntries(ctx, { userId: stranger })).entries).toHaveLength(1);
});

test("an export reads the whole selection, over several reads, newest first", async () => {
  const busy = await createCreditAccount(ctx, [{ credits: 100_000 }]);
  await Promise.all(
    Array.from({ length: 2105 }, (_, i) =>
      spendCredits(ctx, { userId: busy, creditsMilli: 1n, key: `run:${i}` }),
    ),
  );
  const all: Entry[] = [];
  for await (const entry of exportEntries(ctx, { userId: busy })) all.push(entry);
  expect(seqs(all)).toEqual(numbers(2106, 1));
  const some: Entry[] = [];
  for await (const entry of exportEntries(ctx, { userId: busy, reasons: ["grant"] })) some.push(entry);
  expect(seqs(some)).toEqual([1]);
});

test("a grant in debt shows what repaid the debt", async () => {
  const owing = await createCreditAccount(ctx, [{ credits: 1 }]);
  await spendCredits(ctx, { userId: owing, creditsMilli: 1000n, key: "run:1" });
  await revokeCredits(ctx, { userId: owing, key: "re:1", lotKey: "lot:1", take: { creditsMilli: 1000n } });
  await grantCredits(ctx, { userId: owing, key: "pi:2", kind: "payg", creditsMilli: 1000n });
  const { entries } = await listEntries(ctx, { userId: owing });
  expect(entries[0]).toMatchObject({ deltaMilli: 1000n, debtDeltaMilli: -1000n, parts: [] });
});
