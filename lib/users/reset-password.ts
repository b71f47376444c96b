import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatDateTime } from "@/lib/shared/format";
import { judgePassword } from "@/lib/shared/password-strength";
import { hashLinkToken } from "./email-link";
import { LinkInvalid, PasswordRefused } from "./errors";
import { consumeReset } from "./limits";
import { hashPassword } from "./password-hash";
import { findEmailToken, linkStateOf } from "./queries";
import { deleteSessionsOf, lockUser, spendEmailTokens, updateUser } from "./repository";
import { unlockSignIn } from "./unlock-sign-in";

type ResetContext = Pick<AppContext, "db" | "systemClock" | "appUrl">;

export interface ResetInput {
  token: string;
  password: string;
  ip: string | null;
}

/**
 * Sets a new password by the secret of a mailed link; single use, 60 minutes. Every session ends, every other
 * link of the account dies, a sign-in lock is lifted and the owner is told by mail. Whoever reads the mailbox owns
 * the address, so it counts as confirmed. A refused password leaves the link usable.
 * @throws LinkInvalid | PasswordRefused | TooManyAttempts
 */
export async function resetPassword(ctx: ResetContext, { token, password, ip }: ResetInput): Promise<void> {
  await consumeReset(ctx.db, ip);
  const tokenHash = hashLinkToken(token);
  const found = await findEmailToken(ctx.db, "reset_password", tokenHash);
  if (!found || linkStateOf(found, ctx.systemClock.now()) !== "live") throw new LinkInvalid();
  const { problem } = judgePassword(password, [found.email]);
  if (problem) throw new PasswordRefused(problem);
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction((tx) => replacePassword(tx, ctx, { ...found, tokenHash, passwordHash }));
  await unlockSignIn(ctx, found.email);
}

interface Replacement {
  userId: string;
  email: string;
  tokenHash: string;
  passwordHash: string;
}

async function replacePassword(
  tx: Db,
  ctx: ResetContext,
  { userId, email, tokenHash, passwordHash }: Replacement,
) {
  const now = ctx.systemClock.now();
  const user = await lockUser(tx, userId);
  const link = await findEmailToken(tx, "reset_password", tokenHash);
  if (!user || linkStateOf(link, now) !== "live") throw new LinkInvalid();
  await spendEmailTokens(tx, { userId, purposes: ["reset_password", "verify_email"], now });
  await updateUser(tx, userId, { passwordHash, emailVerified: user.emailVerified ?? now, updatedAt: now });
  await deleteSessionsOf(tx, userId);
  await queueEmail(tx, {
    to: email,
    message: {
      template: "password-changed",
      props: { changedAt: formatDateTime(now), resetUrl: `${ctx.appUrl}/forgot-password` },
    },
    key: `password-changed:${userId}:${now.getTime()}`,
    userId,
  });
}
