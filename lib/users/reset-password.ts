import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { judgePassword } from "@/lib/shared/password-strength";
import { hashLinkToken } from "./email-link";
import { LinkInvalid, PasswordRefused } from "./errors";
import { consumeReset, liftSignInLock } from "./limits";
import { hashPassword } from "./password-hash";
import { findEmailToken, linkStateOf } from "./queries";
import { deleteSessionsOf, lockUser, spendEmailTokens, updateUser } from "./repository";
import { tellPasswordChanged } from "./tell-password-changed";

type ResetContext = Pick<AppContext, "db" | "systemClock" | "appUrl">;

export interface ResetInput {
  token: string;
  password: string;
  ip: string | null;
  userAgent?: string | null;
}

/**
 * Sets a new password by the secret of a mailed link; single use, 60 minutes. Every session ends, every other
 * link of the account dies but objections to a change of its address, a sign-in lock is lifted and the owner is
 * told by mail. Whoever reads the mailbox owns the address, so it counts as confirmed. A refused password leaves
 * the link usable.
 * @throws LinkInvalid | PasswordRefused | TooManyAttempts
 */
export async function resetPassword(ctx: ResetContext, input: ResetInput): Promise<void> {
  const { token, password, ip, userAgent = null } = input;
  await consumeReset(ctx.db, ip);
  const tokenHash = hashLinkToken(token);
  const found = await findEmailToken(ctx.db, "reset_password", tokenHash);
  if (!found || linkStateOf(found, ctx.systemClock.now()) !== "live") throw new LinkInvalid();
  const { problem } = judgePassword(password, [found.email]);
  if (problem) throw new PasswordRefused(problem);
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction((tx) =>
    replacePassword(tx, ctx, { ...found, tokenHash, passwordHash, origin: { ip, userAgent } }),
  );
  await liftSignInLock(ctx.db, found.email);
}

interface Replacement {
  userId: string;
  email: string;
  tokenHash: string;
  passwordHash: string;
  origin: EventOrigin;
}

async function replacePassword(tx: Db, ctx: ResetContext, replacement: Replacement) {
  const { userId, email, tokenHash, passwordHash, origin } = replacement;
  const now = ctx.systemClock.now();
  const user = await lockUser(tx, userId);
  const link = await findEmailToken(tx, "reset_password", tokenHash);
  if (!user || linkStateOf(link, now) !== "live") throw new LinkInvalid();
  const purposes = ["reset_password", "verify_email", "magic_link", "change_email"] as const;
  await spendEmailTokens(tx, { userId, purposes: [...purposes], now });
  await updateUser(tx, userId, { passwordHash, emailVerified: user.emailVerified ?? now, updatedAt: now });
  await deleteSessionsOf(tx, userId);
  await recordSecurityEvent(tx, { userId, kind: "password_changed", origin, now });
  await tellPasswordChanged(tx, ctx, { userId, email, now });
}
