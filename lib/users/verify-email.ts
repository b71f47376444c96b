import type { AppContext } from "@/lib/context";
import { hashLinkToken } from "./email-link";
import { LinkInvalid } from "./errors";
import { findEmailToken, linkStateOf } from "./queries";
import { deleteSessionsOf, lockUser, spendEmailTokens, updateUser } from "./repository";

/**
 * Confirms an address by the secret of its link; single use, and every other link of the account dies with it.
 * The password becomes that of the sign-up which asked for this link. When that is another one than before, every
 * session opened with the earlier password ends.
 * @throws LinkInvalid when the link is unknown, used or older than 24 hours
 */
export async function verifyEmail(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  token: string,
): Promise<{ email: string }> {
  const tokenHash = hashLinkToken(token);
  const found = await findEmailToken(db, "verify_email", tokenHash);
  if (!found) throw new LinkInvalid();
  const now = systemClock.now();
  await db.transaction(async (tx) => {
    const user = await lockUser(tx, found.userId);
    const link = await findEmailToken(tx, "verify_email", tokenHash);
    if (!user || !link || linkStateOf(link, now) !== "live") throw new LinkInvalid();
    await spendEmailTokens(tx, { userId: user.id, purposes: ["verify_email"], now });
    const replaced = link.passwordHash !== null && link.passwordHash !== user.passwordHash;
    await updateUser(tx, user.id, {
      emailVerified: now,
      updatedAt: now,
      ...(replaced ? { passwordHash: link.passwordHash ?? "" } : {}),
    });
    if (replaced) await deleteSessionsOf(tx, user.id);
  });
  return { email: found.email };
}
