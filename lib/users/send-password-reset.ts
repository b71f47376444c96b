import { recordAudit } from "@/lib/audit";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { createEmailLink, resetMinutes } from "./email-link";
import { AccountSuspended } from "./errors";
import { lockPerson, type Person } from "./lock-person";
import type { OperatorContext, OperatorsWord } from "./operator";

/**
 * Mails a person a link to set a new password, to the address that they have; nobody else ever sees it. The password
 * stays as it is until it is used.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound | AccountSuspended
 */
export async function sendPasswordReset(
  ctx: OperatorContext & Pick<AppContext, "appUrl">,
  { reason = null, origin = null, ...person }: Person & OperatorsWord,
): Promise<void> {
  const { db, systemClock, actor } = ctx;
  await db.transaction(async (tx) => {
    const { id: userId, email, suspendedAt } = await lockPerson(tx, actor, person);
    if (suspendedAt) throw new AccountSuspended();
    const link = await createEmailLink(tx, ctx, { userId, purpose: "reset_password" });
    await queueEmail(tx, {
      to: email,
      message: { template: "reset-password", props: { resetUrl: link.url, expiresInMinutes: resetMinutes } },
      key: `reset-password:${link.id}`,
      userId,
    });
    const target = { type: "user", id: userId } as const;
    const act = { actor, origin, action: "password_reset_sent", target, userId, reason } as const;
    await recordAudit(tx, { ...act, now: systemClock.now() });
  });
}
