import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "@/lib/users";
import { AccountUnknown } from "./errors";
import { clearCodes } from "./limits";
import { findUserId } from "./queries";
import { deleteSessions, deleteTwoFactor } from "./repository";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";

async function getUserId({ db }: Pick<AppContext, "db">, typed: string): Promise<string> {
  const email = normaliseEmail(typed);
  const userId = email ? await findUserId(db, email) : null;
  if (!userId) throw new AccountUnknown();
  return userId;
}

/**
 * For support, after making sure whose account it is: turns two-factor sign-in off without a code, lifts the lock of codes
 * and ends every session. The owner reads of it in their security log and in a mail. Idempotent.
 * @throws AccountUnknown
 */
export async function resetTwoFactor(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl" | "actor">,
  email: string,
): Promise<{ changed: boolean }> {
  const { db, systemClock, actor } = ctx;
  const userId = await getUserId(ctx, email);
  const changed = await db.transaction(async (tx) => {
    if (!(await deleteTwoFactor(tx, userId))) return false;
    const [by, origin, now] = ["our support", { ip: null, userAgent: null }, systemClock.now()] as const;
    await deleteSessions(tx, userId);
    await tellTwoFactorChanged(tx, ctx, { userId, change: "two_factor_off", origin, by, now });
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin: null, action: "two_factor_reset", target, userId } as const;
    await recordAudit(tx, { ...act, now });
    return true;
  });
  await clearCodes(db, userId);
  return { changed };
}
