import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "./email-address";
import { InvalidEmail } from "./errors";
import { consumeAttempt } from "./limits";
import { findPendingPasswordHash } from "./queries";
import { lockUserByEmail } from "./repository";
import { sendVerification } from "./send-verification";

/**
 * Mails a new link to an address that waits for confirmation, and does nothing for any other; the caller cannot
 * tell. At most one a minute and six an hour for one address.
 * @throws InvalidEmail | TooManyAttempts with the seconds to wait
 */
export async function resendVerification(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { email: typed, ip }: { email: string; ip: string | null },
): Promise<void> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  await consumeAttempt(ctx.db, "resend", { email, ip });
  await ctx.db.transaction(async (tx) => {
    const user = await lockUserByEmail(tx, email);
    if (!user || user.emailVerified) return;
    const passwordHash = await findPendingPasswordHash(tx, user.id);
    await sendVerification(tx, ctx, { id: user.id, email, passwordHash });
  });
}
