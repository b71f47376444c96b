import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { formatDateTime } from "@/lib/shared/format";
import { createEmailLink, hashLinkToken, undoDays } from "./email-link";
import { LinkInvalid } from "./errors";
import { moveToAddress } from "./move-to-address";
import { findEmailToken, linkStateOf } from "./queries";
import { deleteSessionsOf, lockUser, spendEmailTokens } from "./repository";

type Context = Pick<AppContext, "db" | "systemClock" | "appUrl">;

export interface ConfirmedChange {
  token: string;
  /** The session that stays: that of who confirms, if they are signed in. */
  sessionId: string | null;
  origin: EventOrigin;
}

interface Move {
  userId: string;
  from: string;
  to: string;
}

async function tellEarlierAddress(tx: Db, ctx: Context, { userId, from, to }: Move) {
  const link = await createEmailLink(tx, ctx, { userId, purpose: "undo_email_change", email: from });
  const changedAt = formatDateTime(ctx.systemClock.now());
  const props = { newEmail: to, changedAt, undoInDays: undoDays, keepUrl: link.url };
  await queueEmail(tx, {
    to: from,
    message: { template: "email-changed", props },
    key: `email-changed:${link.id}`,
    userId,
  });
}

/**
 * Gives an account the address that its link was mailed to; single use, 60 minutes. Every other session ends, links
 * that were mailed to the earlier address die but those that object, and that address is told.
 * @throws LinkInvalid | EmailTaken
 */
export async function confirmEmailChange(
  ctx: Context,
  { token, sessionId, origin }: ConfirmedChange,
): Promise<{ userId: string }> {
  const tokenHash = hashLinkToken(token);
  const found = await findEmailToken(ctx.db, "change_email", tokenHash);
  if (!found) throw new LinkInvalid();
  const { userId } = found;
  await moveToAddress(ctx.db, async (tx, move) => {
    const now = ctx.systemClock.now();
    const user = await lockUser(tx, userId);
    const link = await findEmailToken(tx, "change_email", tokenHash);
    if (!user || !link?.newEmail || linkStateOf(link, now) !== "live") throw new LinkInvalid();
    const change = { userId, from: user.email, to: link.newEmail };
    await move({ userId, to: change.to, now });
    await spendEmailTokens(tx, {
      userId,
      purposes: ["change_email", "magic_link", "reset_password", "verify_email"],
      now,
    });
    await deleteSessionsOf(tx, userId, sessionId ?? undefined);
    const detail = `From ${change.from} to ${change.to}`;
    await recordSecurityEvent(tx, { userId, kind: "email_changed", origin, detail, now });
    await tellEarlierAddress(tx, ctx, change);
  });
  return { userId };
}
