import { beforeEach, expect, test } from "vitest";
import {
  captureHold,
  getBalance,
  holdCredits,
  revokeCredits,
  spendCredits,
  verifyLedger,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock();
const ctx = { db, clock };
const later = new Date("2027-01-01");
let userId = "";

const sql = (text: string) => db.sql({ name: "", text: text.replaceAll("$user", `'${userId}'`), values: [] });

beforeEach(async () => {
  userId = await createCreditAccount(ctx, [
    { credits: 10, expiresAt: new Date("2027-02-01") },
    { credits: 5 },
  ]);
  await spendCredits(ctx, { userId, key: "run:1", creditsMilli: 4000n });
  for (const key of ["run:2", "run:3"])
    await holdCredits(ctx, { userId, key, creditsMilli: 1000n, expiresAt: later });
  await captureHold(ctx, { userId, holdKey: "run:2", creditsMilli: 1000n });
  await revokeCredits(ctx, { userId, key: "re:1", lotKey: "lot:2", take: { creditsMilli: 5000n } });
});

test("a sound ledger has no difference, and its totals add up", async () => {
  expect(await verifyLedger(ctx, userId)).toEqual({
    accounts: 1,
    differences: [],
    totals: {
      issuedMilli: "15000",
      forgivenMilli: "0",
      spentMilli: "5000",
      expiredMilli: "0",
      clawedBackMilli: "5000",
      balancesMilli: "5000",
    },
  });
});

const entries = (change: string) =>
  `ALTER TABLE credit_entries DISABLE TRIGGER ALL; ${change}; ALTER TABLE credit_entries ENABLE TRIGGER ALL`;
const holds = (change: string) =>
  `ALTER TABLE credit_holds DISABLE TRIGGER ALL; ${change}; ALTER TABLE credit_holds ENABLE TRIGGER ALL`;

const damages: [damage: string, rules: string[], statement: string][] = [
  [
    "a cached balance that moved",
    ["balance is the sum of the entries", "balance is what the lots have left, less the debt"],
    "UPDATE credit_accounts SET balance_milli = balance_milli + 1 WHERE user_id = $user",
  ],
  [
    "a lot that gained",
    [
      "balance is what the lots have left, less the debt",
      "lot 1: remaining is what the entries say",
      "lot 1: spent is what the entries say",
    ],
    "UPDATE credit_lots SET remaining_milli = remaining_milli + 1 WHERE user_id = $user AND no = 1",
  ],
  [
    "spent credit told as expired",
    ["lot 1: expired is what the entries say", "lot 1: spent is what the entries say"],
    "UPDATE credit_lots SET expired_milli = 1 WHERE user_id = $user AND no = 1",
  ],
  [
    "spent credit told as clawed back",
    ["lot 1: clawed back is what the entries say", "lot 1: spent is what the entries say"],
    "UPDATE credit_lots SET clawed_milli = 1 WHERE user_id = $user AND no = 1",
  ],
  [
    "a reservation without a hold",
    ["lot 1: held is what the open holds say"],
    "UPDATE credit_lots SET held_milli = 2000 WHERE user_id = $user AND no = 1",
  ],
  [
    "debt from nowhere",
    [
      "balance is what the lots have left, less the debt",
      "debt is what the entries say",
      "debt is what the lots owe",
    ],
    "UPDATE credit_accounts SET debt_milli = 1 WHERE user_id = $user",
  ],
  [
    "a lot that owes",
    ["debt is what the lots owe"],
    "UPDATE credit_lots SET debt_milli = 1 WHERE user_id = $user AND no = 1",
  ],
  [
    "an expiry nobody waits for",
    ["lots and holds that lapse unnoticed"],
    "UPDATE credit_accounts SET next_due_at = NULL WHERE user_id = $user",
  ],
  [
    "a lot that was not counted",
    ["lots are numbered without gaps"],
    "UPDATE credit_accounts SET lot_count = 3 WHERE user_id = $user",
  ],
  [
    "an entry that was changed",
    [
      "balance is the sum of the entries",
      "entries that their lots do not explain",
      "entries whose balance after is wrong",
    ],
    entries("UPDATE credit_entries SET delta_milli = -3999 WHERE user_id = $user AND seq = 3"),
  ],
  [
    "a spend told as a grant",
    ["entries whose sign contradicts their reason", "lot 1: spent is what the entries say"],
    entries("UPDATE credit_entries SET reason = 'grant' WHERE user_id = $user AND seq = 3"),
  ],
  [
    "a lot that hides",
    ["lot 1: it is open while some remains"],
    "UPDATE credit_lots SET open = false WHERE user_id = $user AND no = 1",
  ],
  [
    "a running balance that was changed",
    ["entries whose balance after is wrong"],
    entries("UPDATE credit_entries SET balance_after_milli = 0 WHERE user_id = $user AND seq = 3"),
  ],
  [
    "an entry that is gone",
    [
      "balance is the sum of the entries",
      "entries are numbered without gaps",
      "entries out of order",
      "entries whose balance after is wrong",
      "lot 1: remaining is what the entries say",
      "lot 1: spent is what the entries say",
    ],
    entries("DELETE FROM credit_entries WHERE user_id = $user AND seq = 3"),
  ],
  [
    "a capture of another amount",
    ["settled holds that their entry does not match"],
    holds("UPDATE credit_holds SET captured_milli = 999 WHERE user_id = $user AND status = 'captured'"),
  ],
];

test.each(damages)("it tells %s", async (_damage, rules, statement) => {
  await sql(statement);
  const { differences } = await verifyLedger(ctx, userId);
  expect(differences.map(({ rule }) => rule)).toEqual(rules);
  expect(new Set(differences.map((difference) => difference.userId))).toEqual(new Set([userId]));
});

test("over the whole ledger it names each damaged account, entries without one, and the total", async () => {
  await sql(
    entries(`INSERT INTO credit_entries VALUES
    ('01890000-0000-7000-8000-000000000000', gen_random_uuid(), 7, 7, now(), 1, 'grant', '{1,7}', '', '')`),
  );
  const { differences } = await verifyLedger(ctx);
  expect(differences).toContainEqual({
    userId: "01890000-0000-7000-8000-000000000000",
    rule: "the account of its entries exists",
    expected: "1",
    actual: "0",
  });
  expect(differences.at(-1)).toMatchObject({
    userId: null,
    rule: expect.stringMatching(/^issued/) as string,
  });
});

test("it finds no drift while the account is being spent from", async () => {
  const spends = Array.from({ length: 60 }, (_, i) =>
    spendCredits(ctx, { userId, key: `more:${i}`, creditsMilli: 1n }),
  );
  const reports = await Promise.all(Array.from({ length: 10 }, () => verifyLedger(ctx, userId)));
  await Promise.all(spends);
  expect(reports.flatMap(({ differences }) => differences)).toEqual([]);
  expect((await getBalance(ctx, userId)).totalMilli).toBe(3940n);
});

test("pages of accounts are all visited", async () => {
  const known = await db.prisma.creditAccount.count();
  expect((await verifyLedger(ctx)).accounts).toBeGreaterThanOrEqual(known);
});
