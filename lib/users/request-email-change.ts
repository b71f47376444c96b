import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatDateTime } from "@/lib/shared/format";
import { normaliseEmail } from "./email-address";
import { changeMinutes, createEmailLink } from "./email-link";
import { EmailUnchanged, InvalidEmail, UserNotFound } from "./errors";
import { consumeAttempt } from "./limits";
import { findSignInAccount } from "./queries";
import { lockUser, type LockedUser } from "./repository";
import { tellAccountExists } from "./tell-account-exists";

type Context = Pick<AppContext, "db" | "systemClock" | "appUrl">;

export interface EmailChangeRequest {
  userId: string;
  /** As typed. */
  email: string;
  ip: string | null;
}

async function askNewAddress(tx: Db, ctx: Context, { userId, email }: { userId: string; email: string }) {
  const other = await findSignInAccount(tx, email);
  if (other?.emailVerified) return tellAccountExists(tx, ctx, { userId: other.id, email });
  const link = await createEmailLink(tx, ctx, { userId, purpose: "change_email", email });
  const props = { newEmail: email, confirmUrl: link.url, expiresInMinutes: changeMinutes };
  // Under nobody's name, as the mail to an address that has an account is: a person's own list of mails must not tell which.
  return queueEmail(tx, {
    to: email,
    message: { template: "confirm-new-email", props },
    key: `confirm-new-email:${link.id}`,
  });
}

async function warnPresentAddress(
  tx: Db,
  ctx: Context,
  { user, email }: { user: LockedUser; email: string },
) {
  const { id: userId, email: present } = user;
  const link = await createEmailLink(tx, ctx, { userId, purpose: "undo_email_change", email: present });
  const askedAt = formatDateTime(ctx.systemClock.now());
  await queueEmail(tx, {
    to: present,
    message: { template: "email-change-asked", props: { newEmail: email, askedAt, keepUrl: link.url } },
    key: `email-change-asked:${link.id}`,
    userId,
  });
}

/**
 * Asks the new address of an account for its confirmation, and warns the present one with a way to object. The
 * caller learns nothing about whether the new address has an account: one that has is told so by mail. Nothing
 * changes until the link is confirmed. At most four an hour to one address.
 * @throws InvalidEmail | EmailUnchanged | TooManyAttempts
 */
export async function requestEmailChange(
  ctx: Context,
  { userId, email: typed, ip }: EmailChangeRequest,
): Promise<{ email: string }> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  await consumeAttempt(ctx.db, "change-email", { email, ip });
  await ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new UserNotFound();
    if (user.email === email) throw new EmailUnchanged();
    await askNewAddress(tx, ctx, { userId, email });
    await warnPresentAddress(tx, ctx, { user, email });
  });
  return { email };
}
