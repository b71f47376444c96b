import { randomUUID } from "node:crypto";
import { createApiKey } from "@/lib/api-keys";
import { apiScopes } from "@/lib/api-keys/types";
import type { AppContext } from "@/lib/context";
import { grantCredits } from "@/lib/credits";

/** Members with credits and a key each: the limits of one of them are far below what is measured. */
export async function createPrograms(ctx: AppContext, count: number): Promise<string[]> {
  const keys: string[] = [];
  const origin = { ip: null, userAgent: null };
  const input = { name: "Bench", scopes: [...apiScopes], expiresInDays: null };
  for (let index = 0; index < count; index += 1) {
    const { id: userId } = await ctx.db.prisma.user.create({
      data: { email: `${randomUUID()}@example.com`, emailVerified: new Date() },
      select: { id: true },
    });
    for (const [key, kind] of [
      ["bench:plan", "subscription"],
      ["bench:pack", "payg"],
    ] as const)
      await grantCredits(ctx, { userId, key, kind, creditsMilli: 1_000_000n });
    const actor = { kind: "user", userId, role: "member", sessionId: userId } as const;
    const { secret } = await createApiKey({ ...ctx, actor }, input, { mode: "test", origin });
    keys.push(secret);
  }
  return keys;
}
