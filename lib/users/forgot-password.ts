import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { normaliseEmail } from "./email-address";
import { createEmailLink, resetMinutes } from "./email-link";
import { InvalidEmail } from "./errors";
import { consumeAttempt } from "./limits";
import { lockUserByEmail } from "./repository";

/**
 * Mails a link to set a new password if the address has an account that is not suspended; the caller cannot tell.
 * @throws InvalidEmail | TooManyAttempts
 */
export async function forgotPassword(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { email: typed, ip }: { email: string; ip: string | null },
): Promise<void> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  await consumeAttempt(ctx.db, "forgot", { email, ip });
  await ctx.db.transaction(async (tx) => {
    const user = await lockUserByEmail(tx, email);
    if (!user || user.suspendedAt) return;
    const link = await createEmailLink(tx, ctx, { userId: user.id, purpose: "reset_password" });
    await queueEmail(tx, {
      to: email,
      message: { template: "reset-password", props: { resetUrl: link.url, expiresInMinutes: resetMinutes } },
      key: `reset-password:${link.id}`,
      userId: user.id,
    });
  });
}
