import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { judgePassword } from "@/lib/shared/password-strength";
import { CurrentPasswordWrong, PasswordRefused } from "./errors";
import { consumeAttempt, forgiveSignIn } from "./limits";
import { hashPassword, matchesHash } from "./password-hash";
import { findOwnPassword } from "./queries";
import { deleteSessionsOf, lockUser, spendEmailTokens, updateUser } from "./repository";
import { tellPasswordChanged } from "./tell-password-changed";

export interface PasswordChange {
  userId: string;
  /** The session that stays: that of who changes it. */
  sessionId: string;
  current: string;
  password: string;
  origin: EventOrigin;
}

/**
 * Sets another password for who knows the current one. Every other session ends, links that were mailed to sign in,
 * to set a password or to change the address die, and the owner is told by mail. Wrong current passwords count as
 * wrong sign-ins do; of two changes at once one finds its current password wrong. The caller gives this browser a
 * new session cookie.
 * @throws CurrentPasswordWrong | PasswordRefused | TooManyAttempts
 */
export async function changePassword(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { userId, sessionId, current, password, origin }: PasswordChange,
): Promise<void> {
  const { email, passwordHash: before } = await findOwnPassword(ctx.db, userId);
  const who = { email, ip: origin.ip };
  await consumeAttempt(ctx.db, "sign-in", who);
  if (!(await matchesHash(current, before))) throw new CurrentPasswordWrong();
  await forgiveSignIn(ctx.db, who);
  const { problem } = judgePassword(password, [email]);
  if (problem) throw new PasswordRefused(problem);
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction(async (tx) => {
    const now = ctx.systemClock.now();
    const user = await lockUser(tx, userId);
    if (user?.passwordHash !== before) throw new CurrentPasswordWrong();
    await updateUser(tx, userId, { passwordHash, updatedAt: now });
    await deleteSessionsOf(tx, userId, sessionId);
    await spendEmailTokens(tx, { userId, purposes: ["reset_password", "magic_link", "change_email"], now });
    await recordSecurityEvent(tx, { userId, kind: "password_changed", origin, now });
    await tellPasswordChanged(tx, ctx, { userId, email, now });
  });
}
