import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { hashLinkToken } from "./email-link";
import { LinkInvalid } from "./errors";
import { moveToAddress } from "./move-to-address";
import { findEmailToken, linkStateOf } from "./queries";
import { deleteSessionsOf, endOtherWaysIn, lockUser, spendEmailTokens, updateUser } from "./repository";

/**
 * Keeps the address that an objection was mailed to, or takes it back within 7 days. Who asked for the change was in
 * the account: its password counts no more, every session and link ends, later objections included, and so do passkeys,
 * linked accounts and API keys, which they may have added; the owner sets a new password by mail. Earlier objections go
 * on: who took an account over twice cannot take it back. A second factor stays: a mailbox alone must not take it off.
 * @throws LinkInvalid | EmailTaken
 */
export async function undoEmailChange(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { token, origin }: { token: string; origin: EventOrigin },
): Promise<void> {
  const tokenHash = hashLinkToken(token);
  const found = await findEmailToken(db, "undo_email_change", tokenHash);
  if (!found) throw new LinkInvalid();
  const { userId } = found;
  await moveToAddress(db, async (tx, move) => {
    const now = systemClock.now();
    const user = await lockUser(tx, userId);
    const link = await findEmailToken(tx, "undo_email_change", tokenHash);
    if (!user || !link?.newEmail || linkStateOf(link, now) !== "live") throw new LinkInvalid();
    if (user.email !== link.newEmail) {
      await move({ userId, to: link.newEmail, now });
      const detail = `Back from ${user.email} to ${link.newEmail}`;
      await recordSecurityEvent(tx, { userId, kind: "email_changed", origin, detail, now });
    }
    await updateUser(tx, userId, { passwordHash: null, updatedAt: now });
    await deleteSessionsOf(tx, userId);
    await endOtherWaysIn(tx, { userId, now });
    const purposes = ["change_email", "magic_link", "reset_password", "verify_email"] as const;
    await spendEmailTokens(tx, { userId, purposes: [...purposes], now });
    await spendEmailTokens(tx, { userId, purposes: ["undo_email_change"], now, since: link.createdAt });
  });
}
