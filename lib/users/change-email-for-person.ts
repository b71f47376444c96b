import { recordAudit } from "@/lib/audit";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent } from "@/lib/security-log";
import { formatDateTime } from "@/lib/shared/format";
import { normaliseEmail } from "./email-address";
import { AdminProtected, EmailUnchanged, InvalidEmail } from "./errors";
import { lockPerson } from "./lock-person";
import { moveToAddress } from "./move-to-address";
import { bySupport, type OperatorContext, type OperatorsWord } from "./operator";
import { hasOtherPendingPassword } from "./queries";
import { deleteSessionsOf, spendEmailTokens, updateUser } from "./repository";

interface Move {
  userId: string;
  from: string;
  to: string;
  now: Date;
}

/** Both are told: who has the account, and who had it. */
async function tellBoth(tx: Db, { userId, from, to, now }: Move): Promise<void> {
  const props = { oldEmail: from, newEmail: to, changedAt: formatDateTime(now) };
  const message = { template: "email-changed-by-support" as const, props };
  const key = `email-changed-by-support:${userId}:${now.getTime()}`;
  await queueEmail(tx, { to: from, message, key: `${key}:old`, userId, inApp: false });
  await queueEmail(tx, { to, message, key: `${key}:new`, userId });
}

/**
 * Gives an account another address on support's word, after it made sure whose account it is: for who lost their mailbox.
 * Every session ends and every mailed link dies, also those that object to earlier changes, because the old mailbox may
 * be in strange hands; its owner is told to answer. A password and a second factor stay, so that a mailbox alone opens
 * nothing that has one; but where sign-ups with different passwords waited for a confirmation that this one replaces,
 * nobody knows whose they are, and none counts, as with `markVerified`. An admin's address is not changed by another admin, who could take the account over by it.
 * Stripe's customer follows by a job.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | InvalidEmail | EmailUnchanged | EmailTaken | AdminProtected
 */
export async function changeEmailForPerson(
  { db, systemClock, actor }: OperatorContext,
  { userId, email: typed, reason = null, origin = null }: OperatorsWord & { userId: string; email: string },
): Promise<void> {
  const to = normaliseEmail(typed);
  if (!to) throw new InvalidEmail();
  await moveToAddress(db, async (tx, move) => {
    const user = await lockPerson(tx, actor, { userId });
    if (user.role === "admin") throw new AdminProtected();
    if (user.email === to) throw new EmailUnchanged();
    const now = systemClock.now();
    const from = user.email;
    const doubtful = !user.emailVerified && (await hasOtherPendingPassword(tx, user));
    await move({ userId: user.id, to, now });
    if (doubtful) await updateUser(tx, user.id, { passwordHash: null, updatedAt: now });
    const purposes = [
      "change_email",
      "undo_email_change",
      "magic_link",
      "reset_password",
      "verify_email",
    ] as const;
    await spendEmailTokens(tx, { userId: user.id, purposes: [...purposes], now });
    await deleteSessionsOf(tx, user.id);
    const detail = `From ${from} to ${to}, by our support`;
    await recordSecurityEvent(tx, { userId: user.id, kind: "email_changed", ...bySupport, detail, now });
    await tellBoth(tx, { userId: user.id, from, to, now });
    const target = { type: "user", id: user.id } as const;
    const act = { actor, origin, action: "email_changed", target, userId: user.id, reason } as const;
    // Not the addresses themselves: the record outlives the account.
    await recordAudit(tx, { ...act, now });
  });
}
