import { describe, expect, test } from "vitest";
import {
  captureHold,
  explainBalance,
  exportEntries,
  forgiveDebt,
  freezeLot,
  getBalance,
  getCreditOverview,
  grantCredits,
  holdCredits,
  listEntries,
  previewRevocation,
  releaseHold,
  restoreCredits,
  revokeCredits,
  spendCredits,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock();
const ctx = { db, clock };
const userId = await createCreditAccount(ctx, [{ credits: 10 }]);
const before = await getBalance(ctx, userId);
const largest = 2n ** 63n - 1n;
const soon = new Date(clock.now().getTime() + 1000);

const grant = { userId, key: "g", creditsMilli: 1n, kind: "payg" as const };
const spend = { userId, key: "s", creditsMilli: 1n };
const hold = { ...spend, expiresAt: soon };
const revoke = { userId, key: "r", lotKey: "lot:1", take: { creditsMilli: 1n } };

const refused: [what: string, field: string, call: () => Promise<unknown>][] = [
  [
    "a preview of a clawback of less than nothing",
    "take",
    () => previewRevocation(ctx, { ...revoke, take: { creditsMilli: -1n } }),
  ],
  ["a spend of nothing", "creditsMilli", () => spendCredits(ctx, { ...spend, creditsMilli: 0n })],
  ["a negative spend", "creditsMilli", () => spendCredits(ctx, { ...spend, creditsMilli: -1n })],
  [
    "a spend beyond 64 bits",
    "creditsMilli",
    () => spendCredits(ctx, { ...spend, creditsMilli: largest + 1n }),
  ],
  [
    "a spend in floats",
    "creditsMilli",
    () => spendCredits(ctx, { ...spend, creditsMilli: 1.5 as unknown as bigint }),
  ],
  ["a grant of nothing", "creditsMilli", () => grantCredits(ctx, { ...grant, creditsMilli: 0n })],
  ["a negative grant", "creditsMilli", () => grantCredits(ctx, { ...grant, creditsMilli: -5n })],
  ["a hold of nothing", "creditsMilli", () => holdCredits(ctx, { ...hold, creditsMilli: 0n })],
  ["a negative capture", "creditsMilli", () => captureHold(ctx, { userId, holdKey: "h", creditsMilli: -1n })],
  ["forgiving nothing", "creditsMilli", () => forgiveDebt(ctx, { userId, key: "f", creditsMilli: 0n })],
  ["a negative clawback", "take", () => revokeCredits(ctx, { ...revoke, take: { creditsMilli: -1n } })],
  [
    "negative money",
    "take",
    () => revokeCredits(ctx, { ...revoke, take: { amountMinor: -1n, currency: "usd" } }),
  ],
  [
    "a currency that is none",
    "take",
    () => revokeCredits(ctx, { ...revoke, take: { amountMinor: 1n, currency: "US$" } }),
  ],
  [
    "a price below zero",
    "cost",
    () => grantCredits(ctx, { ...grant, cost: { amountMinor: -1n, currency: "usd" } }),
  ],
  ["no key", "key", () => spendCredits(ctx, { ...spend, key: "" })],
  ["a key of 10,000 characters", "key", () => spendCredits(ctx, { ...spend, key: "k".repeat(10_000) })],
  ["a key with a NUL byte", "key", () => spendCredits(ctx, { ...spend, key: "a\0b" })],
  ["a key with half a character", "key", () => spendCredits(ctx, { ...spend, key: "a\ud800b" })],
  ["the ledger's own keys", "key", () => spendCredits(ctx, { ...spend, key: "\u0001settle:1" })],
  [
    "a reference of 10,000 characters",
    "reference",
    () => spendCredits(ctx, { ...spend, reference: "r".repeat(10_000) }),
  ],
  ["words with a NUL byte", "description", () => grantCredits(ctx, { ...grant, description: "a\0" })],
  ["a hold key with a NUL byte", "holdKey", () => releaseHold(ctx, { userId, holdKey: "\0" })],
  ["no lot key", "lotKey", () => freezeLot(ctx, { userId, key: "d", lotKey: "" })],
  ["no revocation key", "revocationKey", () => restoreCredits(ctx, { userId, key: "d", revocationKey: "" })],
  ["a user id that is none", "userId", () => spendCredits(ctx, { ...spend, userId: "1; DROP TABLE users" })],
  ["a balance of nobody", "userId", () => getBalance(ctx, "")],
  ["an overview of nobody", "userId", () => getCreditOverview(ctx, "x")],
  ["an explanation to nobody", "userId", () => explainBalance(ctx, "x")],
  ["a hold that ends now", "expiresAt", () => holdCredits(ctx, { ...hold, expiresAt: clock.now() })],
  ["a hold that ends never", "expiresAt", () => holdCredits(ctx, { ...hold, expiresAt: new Date(NaN) })],
  [
    "a grant that ends before it begins",
    "expiresAt",
    () => grantCredits(ctx, { ...grant, effectiveAt: soon, expiresAt: soon }),
  ],
  [
    "a grant that begins at no instant",
    "effectiveAt",
    () => grantCredits(ctx, { ...grant, effectiveAt: new Date(NaN) }),
  ],
  [
    "a grant that ends at no instant",
    "expiresAt",
    () => grantCredits(ctx, { ...grant, expiresAt: new Date(NaN) }),
  ],
  ["a priority below zero", "priority", () => grantCredits(ctx, { ...grant, priority: -1 })],
  ["half a priority", "priority", () => grantCredits(ctx, { ...grant, priority: 1.5 })],
  ["a search for a NUL byte", "search", () => listEntries(ctx, { userId, search: "\0" })],
  ["a search for half a character", "search", () => exportEntries(ctx, { userId, search: "\ud800" }).next()],
  ["a range from no instant", "from", () => listEntries(ctx, { userId, from: new Date(NaN) })],
  ["a range to no instant", "to", () => listEntries(ctx, { userId, to: new Date(NaN) })],
];

describe("refused before any account is looked at", () => {
  test.each(refused)("%s", async (_what, field, call) => {
    await expect(call()).rejects.toMatchObject({
      code: "credits.invalid_input",
      kind: "invalid",
      meta: { field },
    });
    expect(await getBalance(ctx, userId)).toEqual(before);
  });
});

test("a grant to a user who does not exist is refused", async () => {
  const nobody = { ...grant, userId: "01890000-0000-7000-8000-000000000000" };
  await expect(grantCredits(ctx, nobody)).rejects.toMatchObject({
    code: "credits.not_found",
    meta: { record: "user" },
  });
});

test("credits up to the limit of 64 bits are kept exactly, and not one more is granted", async () => {
  const rich = await createCreditAccount(ctx);
  await grantCredits(ctx, { ...grant, userId: rich, creditsMilli: largest, key: "pi:1" });
  const more = grantCredits(ctx, { ...grant, userId: rich, key: "pi:2" });
  await expect(more).rejects.toMatchObject({ code: "credits.overflow", kind: "invalid" });
  expect((await getBalance(ctx, rich)).totalMilli).toBe(largest);
  expect((await spendCredits(ctx, { ...spend, userId: rich, creditsMilli: largest })).balanceAfterMilli).toBe(
    0n,
  );
  await expect(grantCredits(ctx, { ...grant, userId: rich, key: "pi:2" })).resolves.toMatchObject({
    balanceAfterMilli: 1n,
  });
});

test("debt beyond 64 bits is refused", async () => {
  const owing = await createCreditAccount(ctx);
  for (const no of [1, 2]) {
    await grantCredits(ctx, { ...grant, userId: owing, creditsMilli: largest, key: `pi:${no}` });
    await spendCredits(ctx, { ...spend, userId: owing, creditsMilli: largest, key: `run:${no}` });
  }
  const claw = (no: number) =>
    revokeCredits(ctx, {
      ...revoke,
      userId: owing,
      key: `re:${no}`,
      lotKey: `pi:${no}`,
      take: { creditsMilli: largest },
    });
  await claw(1);
  await expect(claw(2)).rejects.toMatchObject({ code: "credits.overflow" });
});

test("giving back beyond 64 bits is refused, and possible once there is room", async () => {
  const full = await createCreditAccount(ctx, [{ credits: 1 }]);
  await revokeCredits(ctx, { ...revoke, userId: full, take: { creditsMilli: 1000n } });
  await grantCredits(ctx, { ...grant, userId: full, creditsMilli: largest, key: "pi:1" });
  const restore = () => restoreCredits(ctx, { userId: full, key: "r:failed", revocationKey: "r" });
  await expect(restore()).rejects.toMatchObject({ code: "credits.overflow" });
  await spendCredits(ctx, { ...spend, userId: full, creditsMilli: 1000n });
  expect(await restore()).toMatchObject({ balanceAfterMilli: largest });
});

test("right-to-left text, emoji, quotes and wildcards are kept as they are", async () => {
  const words = `שלום عالم 👩‍👩‍👧 'quoted' "$1" \\ %_ <b>`;
  const polyglot = await createCreditAccount(ctx, [{ credits: 1 }]);
  await spendCredits(ctx, {
    userId: polyglot,
    creditsMilli: 1n,
    key: `${words} key`,
    reference: words,
    description: words,
  });
  expect((await listEntries(ctx, { userId: polyglot })).entries[0]).toMatchObject({
    reference: words,
    description: words,
  });
});
