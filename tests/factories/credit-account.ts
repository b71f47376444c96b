import { grantCredits } from "@/lib/credits";
import { type GrantInput } from "@/lib/credits/types";
import { type Db } from "@/lib/db";
import { type Clock } from "@/lib/ports/clock";
import { toMilli } from "@/lib/shared/credits";
import { createUser } from "./user";

export type TestLot = Partial<Omit<GrantInput, "userId" | "creditsMilli">> & { credits: number };

/** A new user with lots, pay-as-you-go unless said otherwise, keyed `lot:1`, `lot:2`, … in the order given. */
export async function createCreditAccount(
  ctx: { db: Db; clock: Clock },
  lots: readonly TestLot[] = [],
): Promise<string> {
  const { id: userId } = await createUser(ctx.db);
  for (const [index, { credits, ...lot }] of lots.entries()) {
    await grantCredits(ctx, {
      userId,
      creditsMilli: toMilli(credits),
      kind: "payg",
      key: `lot:${index + 1}`,
      ...lot,
    });
  }
  return userId;
}
