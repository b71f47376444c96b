import { randomUUID } from "node:crypto";
import { getBalance, grantCredits, listEntries, verifyLedger } from "@/lib/credits";
import { entryReasons } from "@/lib/credits/types";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

/** A context of one test file's own and what its tests say about people's credits. */
export async function createServicesWorld() {
  const db = await createTestDatabase(20);
  const clock = fixedClock();
  const log = recordingLog();
  const ctx = { db, clock, log };
  return {
    ctx,
    clock,
    log,
    /** A member with this much of each kind, in whole credits. */
    createMember: async (credits: { subscription?: number; payg?: number } = {}): Promise<string> => {
      const { id } = await createUser(db);
      for (const kind of ["subscription", "payg"] as const) {
        const amount = credits[kind] ?? 0;
        if (amount === 0) continue;
        await grantCredits(ctx, {
          userId: id,
          key: `test:${kind}`,
          kind,
          creditsMilli: BigInt(amount) * 1000n,
        });
      }
      return id;
    },
    balanceOf: async (userId: string) => {
      const { totalMilli, subscriptionMilli, paygMilli, heldMilli } = await getBalance(ctx, userId);
      return { totalMilli, subscriptionMilli, paygMilli, heldMilli };
    },
    reasonsOf: async (userId: string): Promise<string[]> => {
      const { entries } = await listEntries(ctx, { userId, limit: 100, reasons: entryReasons });
      return entries.map(({ reason }) => reason).reverse();
    },
    ledgerDifferences: async () => (await verifyLedger(ctx)).differences,
    request: (userId: string, text = "hello", key: string = randomUUID()) => ({
      userId,
      key,
      input: { text },
      source: "web" as const,
    }),
  };
}
