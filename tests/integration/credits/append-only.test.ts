import { expect, test } from "vitest";
import { holdCredits, releaseHold, revokeCredits } from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock();
const ctx = { db, clock };
const userId = await createCreditAccount(ctx, [{ credits: 10 }]);
await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 1000n, expiresAt: new Date("2027-01-01") });
await releaseHold(ctx, { userId, holdKey: "run:1" });
await revokeCredits(ctx, { userId, key: "re:1", lotKey: "lot:1", take: { creditsMilli: 1n } });

const attempts = [
  "UPDATE credit_entries SET delta_milli = 1",
  "UPDATE credit_entries SET description = 'other'",
  "DELETE FROM credit_entries",
  "TRUNCATE credit_entries",
  "UPDATE credit_lots SET amount_milli = amount_milli + 1",
  "UPDATE credit_lots SET expires_at = now()",
  "UPDATE credit_lots SET kind = 'subscription'",
  "UPDATE credit_lots SET source_key = 'other'",
  "UPDATE credit_lots SET cost_minor = 1",
  "DELETE FROM credit_lots",
  "TRUNCATE credit_lots",
  "UPDATE credit_holds SET status = 'open', settled_at = NULL, settled_seq = NULL",
  "DELETE FROM credit_holds",
  "TRUNCATE credit_holds",
  "DELETE FROM credit_revocations",
  "TRUNCATE credit_revocations",
];

test.each(attempts)("PostgreSQL refuses: %s", async (text) => {
  await expect(db.sql({ name: "", text, values: [] })).rejects.toThrow(/never changed or removed/);
});

const impossible: [rule: string, statement: string][] = [
  ["credit_lots_adds_up", "UPDATE credit_lots SET remaining_milli = -1, open = false"],
  ["credit_lots_adds_up", "UPDATE credit_lots SET remaining_milli = amount_milli + 1"],
  ["credit_lots_adds_up", "UPDATE credit_lots SET held_milli = remaining_milli + 1"],
  ["credit_lots_not_negative", "UPDATE credit_lots SET expired_milli = -1"],
  ["credit_lots_not_negative", "UPDATE credit_lots SET debt_milli = -1"],
  ["credit_lots_claimed_is_held", "UPDATE credit_lots SET claimed_milli = held_milli + 1"],
  ["credit_lots_open_while_some_remains", "UPDATE credit_lots SET held_milli = 0, open = false"],
  ["credit_lots_clawback_within_amount", "UPDATE credit_lots SET debt_milli = amount_milli + 1"],
  ["credit_lots_waived_had_expired", "UPDATE credit_lots SET waived_milli = 1"],
  ["credit_lots_returned_was_paid", "UPDATE credit_lots SET returned_minor = 1"],
  ["credit_accounts_owes_at_most_debt", "UPDATE credit_accounts SET debt_milli = -1"],
  ["credit_accounts_owes_at_most_debt", "UPDATE credit_accounts SET balance_milli = -1"],
];

test.each(impossible)("PostgreSQL keeps the rule %s", async (rule, text) => {
  await expect(db.sql({ name: "", text, values: [] })).rejects.toThrow(rule);
});

test("a user with credits cannot be deleted", async () => {
  await expect(db.prisma.user.delete({ where: { id: userId } })).rejects.toThrow(/[Ff]oreign key/);
});
