import { expect, test } from "vitest";
import { getBalance, grantCredits, holdCredits, spendCredits } from "@/lib/credits";
import { InsufficientCredits } from "@/lib/credits/errors";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock();
const ctx = { db, clock };

test("a change stands or falls with the transaction it is made in", async () => {
  const { id: userId } = await createUser(db);
  const stop = db.transaction(async (tx) => {
    await grantCredits({ db: tx, clock }, { userId, creditsMilli: 5000n, kind: "payg", key: "pi:1" });
    await spendCredits({ db: tx, clock }, { userId, creditsMilli: 2000n, key: "run:1" });
    expect((await getBalance({ db: tx, clock }, userId)).totalMilli).toBe(3000n);
    throw new Error("the payment row failed");
  });
  await expect(stop).rejects.toThrow("the payment row failed");
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, version: 0n });
  expect(await grantCredits(ctx, { userId, creditsMilli: 5000n, kind: "payg", key: "pi:1" })).toMatchObject({
    replayed: false,
    seq: 1n,
  });
});

test("a refusal leaves the transaction around it usable", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 1 }]);
  await db.transaction(async (tx) => {
    const inside = { db: tx, clock };
    await expect(spendCredits(inside, { userId, creditsMilli: 2000n, key: "run:1" })).rejects.toThrow(
      InsufficientCredits,
    );
    await expect(
      grantCredits(inside, { userId, creditsMilli: 2n, kind: "payg", key: "lot:1" }),
    ).rejects.toMatchObject({ code: "credits.key_conflict" });
    await spendCredits(inside, { userId, creditsMilli: 1000n, key: "run:2" });
  });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(0n);
});

test("the pool and a transaction give the same answers", async () => {
  const lots = [{ credits: 2, kind: "subscription" as const }, { credits: 3 }];
  const [onPool, inTransaction] = [
    await createCreditAccount(ctx, lots),
    await createCreditAccount(ctx, lots),
  ];
  const expiresAt = new Date(clock.now().getTime() + 1000);
  const play = async (
    inside: { db: typeof ctx.db | Parameters<Parameters<typeof db.transaction>[0]>[0]; clock: typeof clock },
    userId: string,
  ) => [
    await spendCredits(inside, {
      userId,
      creditsMilli: 2500n,
      key: "run:1",
      reference: "x",
      description: "Wörter 😀 שלום",
    }),
    await holdCredits(inside, { userId, creditsMilli: 1000n, key: "run:2", expiresAt }),
    await getBalance(inside, userId),
  ];
  expect(await db.transaction((tx) => play({ db: tx, clock }, inTransaction))).toEqual(
    await play(ctx, onPool),
  );
});
