import { z } from "zod";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { hashLinkToken } from "./email-link";
import { AccountSuspended, LinkInvalid } from "./errors";
import { findEmailToken, getSignInName, linkStateOf } from "./queries";
import { passwordStamp } from "./password-stamp";
import { deleteSessionsOf, lockUser, spendEmailTokens, updateUser } from "./repository";
import type { VerifiedSignIn } from "./verify-sign-in";

interface UsedLink {
  /** Straight from the request: anything at all. */
  token: unknown;
  origin: EventOrigin;
}

/**
 * Whoever reads the mailbox owns the address, so it is confirmed. Whose word the password of an unconfirmed account
 * is nobody knows: it counts no more, nor do sign-ups that wait, and what was opened with it ends.
 */
async function confirmByMailbox(tx: Db, userId: string, now: Date): Promise<void> {
  await updateUser(tx, userId, { emailVerified: now, passwordHash: null, updatedAt: now });
  await deleteSessionsOf(tx, userId);
  await spendEmailTokens(tx, { userId, purposes: ["verify_email", "reset_password"], now });
}

/**
 * Verifies who opens a mailed link to sign in: single use, 15 minutes, and every other such link dies with it.
 * @throws LinkInvalid | AccountSuspended
 */
export async function redeemSignInLink(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { token, origin }: UsedLink,
): Promise<VerifiedSignIn> {
  const tokenHash = hashLinkToken(z.string().max(200).catch("").parse(token));
  const found = await findEmailToken(db, "magic_link", tokenHash);
  if (!found) throw new LinkInvalid();
  const { userId } = found;
  return db.transaction(async (tx) => {
    const now = systemClock.now();
    const user = await lockUser(tx, userId);
    const link = await findEmailToken(tx, "magic_link", tokenHash);
    if (!user || linkStateOf(link, now) !== "live") throw new LinkInvalid();
    if (user.suspendedAt) throw new AccountSuspended();
    await spendEmailTokens(tx, { userId, purposes: ["magic_link"], now });
    if (!user.emailVerified) await confirmByMailbox(tx, userId, now);
    await recordSecurityEvent(tx, { userId, kind: "magic_link_used", origin, now });
    const stamp = passwordStamp(user.emailVerified ? user.passwordHash : null);
    const name = await getSignInName(tx, userId);
    return { id: userId, email: user.email, name, role: user.role, passwordStamp: stamp };
  });
}
