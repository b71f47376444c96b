import { describe, expect, test } from "vitest";
import {
  captureHold,
  forgiveDebt,
  freezeLot,
  getBalance,
  grantCredits,
  holdCredits,
  releaseHold,
  restoreCredits,
  revokeCredits,
  spendCredits,
  unfreezeLot,
} from "@/lib/credits";
import { type Receipt } from "@/lib/credits/types";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock();
const ctx = { db, clock };
const usd = (amountMinor: bigint) => ({ amountMinor, currency: "usd" });
const tomorrow = new Date(clock.now().getTime() + 86_400_000);

type Call = (userId: string) => Promise<Receipt>;
interface Case {
  change: string;
  before?: Call[];
  first: Call;
  others: Record<string, Call>;
}

const spend =
  (creditsMilli: bigint, more = {}): Call =>
  (userId) =>
    spendCredits(ctx, { userId, key: "k", creditsMilli, ...more });
const grant =
  (more = {}): Call =>
  (userId) =>
    grantCredits(ctx, {
      userId,
      key: "k",
      kind: "payg",
      creditsMilli: 7n,
      expiresAt: tomorrow,
      cost: usd(3n),
      ...more,
    });
const hold =
  (creditsMilli: bigint, more = {}): Call =>
  (userId) =>
    holdCredits(ctx, {
      userId,
      key: "k",
      creditsMilli,
      expiresAt: new Date(clock.now().getTime() + 60_000),
      ...more,
    });
const revoke =
  (more = {}): Call =>
  (userId) =>
    revokeCredits(ctx, { userId, key: "k", lotKey: "lot:1", take: usd(50n), ...more });
const spendAll: Call = (userId) => spendCredits(ctx, { userId, key: "all", creditsMilli: 20_000n });
const revokeAll: Call = (userId) =>
  revokeCredits(ctx, { userId, key: "re", lotKey: "lot:1", take: usd(100n) });

const cases: Case[] = [
  {
    change: "spend",
    first: spend(10n),
    others: {
      amount: spend(11n),
      reference: spend(10n, { reference: "run:2" }),
      "kind of change": hold(10n),
    },
  },
  {
    change: "grant",
    first: grant(),
    others: {
      amount: grant({ creditsMilli: 8n }),
      kind: grant({ kind: "promo" }),
      priority: grant({ priority: 7 }),
      expiry: grant({ expiresAt: null }),
      price: grant({ cost: usd(4n) }),
      currency: grant({ cost: { amountMinor: 3n, currency: "eur" } }),
      beginning: grant({ effectiveAt: new Date("2026-01-01") }),
      "kind of change": spend(7n),
    },
  },
  {
    change: "hold",
    first: hold(10n),
    others: { amount: hold(11n), reference: hold(10n, { reference: "run:2" }), "kind of change": spend(10n) },
  },
  {
    change: "capture",
    before: [hold(10n)],
    first: (userId) => captureHold(ctx, { userId, holdKey: "k", creditsMilli: 6n }),
    others: { amount: (userId) => captureHold(ctx, { userId, holdKey: "k", creditsMilli: 5n }) },
  },
  {
    change: "release",
    before: [hold(10n)],
    first: (userId) => releaseHold(ctx, { userId, holdKey: "k" }),
    others: {},
  },
  {
    change: "revoke",
    first: revoke(),
    others: {
      money: revoke({ take: usd(49n) }),
      credits: revoke({ take: { creditsMilli: 5000n } }),
      lot: revoke({ lotKey: "lot:2" }),
      "kind of change": spend(5000n),
    },
  },
  {
    change: "restore",
    before: [revokeAll],
    first: (userId) => restoreCredits(ctx, { userId, key: "k", revocationKey: "re" }),
    others: { revocation: (userId) => restoreCredits(ctx, { userId, key: "k", revocationKey: "re:2" }) },
  },
  {
    change: "freeze",
    first: (userId) => freezeLot(ctx, { userId, key: "k", lotKey: "lot:1" }),
    others: {
      lot: (userId) => freezeLot(ctx, { userId, key: "k", lotKey: "lot:2" }),
      "kind of change": (userId) => unfreezeLot(ctx, { userId, key: "k", lotKey: "lot:1" }),
    },
  },
  {
    change: "forgive",
    before: [spendAll, revokeAll],
    first: (userId) => forgiveDebt(ctx, { userId, key: "k", creditsMilli: 10n }),
    others: {
      amount: (userId) => forgiveDebt(ctx, { userId, key: "k", creditsMilli: 11n }),
      "kind of change": (userId) => freezeLot(ctx, { userId, key: "k", lotKey: "lot:1" }),
    },
  },
];

async function prepare({ before = [], first }: Case): Promise<{ userId: string; receipt: Receipt }> {
  const userId = await createCreditAccount(ctx, [
    { credits: 10, cost: usd(100n) },
    { credits: 10, cost: usd(100n) },
  ]);
  for (const call of before) await call(userId);
  return { userId, receipt: await first(userId) };
}

describe.each(cases)("$change", (change) => {
  test("again, a year later, gives the first result and changes nothing", async () => {
    const { userId, receipt } = await prepare(change);
    clock.advance(365 * 86_400_000);
    const { version } = await getBalance(ctx, userId);
    const again = await change.first(userId);
    expect(again).toEqual({ ...receipt, replayed: true });
    expect(receipt.replayed).toBe(false);
    // What lapsed in the year may have been written; the change itself was not.
    const { entries } = await db
      .sql<{ entries: number }>({
        name: "entries-of-reason",
        text: "SELECT count(*)::int AS entries FROM credit_entries WHERE user_id = $1::uuid AND reason::text = $2 AND seq > $3::bigint",
        values: [userId, change.change, version],
      })
      .then(([row]) => row!);
    expect(entries).toBe(0);
    clock.advance(-365 * 86_400_000);
  });

  test.each(Object.entries(change.others))(
    "under the same key with another %s is a conflict",
    async (_what, other) => {
      const { userId } = await prepare(change);
      const before = await getBalance(ctx, userId);
      await expect(other(userId)).rejects.toMatchObject({
        code: "credits.key_conflict",
        kind: "conflict",
        meta: { key: "k" },
      });
      expect(await getBalance(ctx, userId)).toEqual(before);
    },
  );
});

test("one key on two accounts names two changes", async () => {
  const [one, two] = [
    await createCreditAccount(ctx, [{ credits: 1 }]),
    await createCreditAccount(ctx, [{ credits: 1 }]),
  ];
  const key = "run:1";
  expect(await spendCredits(ctx, { userId: one, creditsMilli: 1n, key })).toMatchObject({ replayed: false });
  expect(await spendCredits(ctx, { userId: two, creditsMilli: 2n, key })).toMatchObject({ replayed: false });
});

test("a grant that does not say when it begins is the same grant whenever it is told", async () => {
  const userId = await createCreditAccount(ctx);
  const input = { userId, key: "pi:1", kind: "payg" as const, creditsMilli: 5n };
  await grantCredits(ctx, input);
  clock.advance(1000);
  expect(await grantCredits(ctx, { ...input, description: "told by the success page" })).toMatchObject({
    replayed: true,
  });
});
