import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { normaliseEmail } from "./email-address";
import { createEmailLink, hashLinkToken, magicMinutes } from "./email-link";
import { InvalidEmail } from "./errors";
import { consumeAttempt } from "./limits";
import { lockUserByEmail } from "./repository";

export interface SignInLinkRequest {
  email: string;
  ip: string | null;
  /** A cookie of the browser that asks, by which it is known when the link is opened. */
  browserToken: string;
  /** Where to go afterwards: a path of our own. */
  next: string;
}

/**
 * Mails a link to sign in if the address has an account that is not suspended; the caller cannot tell. At most four
 * an hour for one address.
 * @throws InvalidEmail | TooManyAttempts
 */
export async function requestSignInLink(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { email: typed, ip, browserToken, next }: SignInLinkRequest,
): Promise<void> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  await consumeAttempt(ctx.db, "magic-link", { email, ip });
  const browserHash = hashLinkToken(browserToken);
  await ctx.db.transaction(async (tx) => {
    const user = await lockUserByEmail(tx, email);
    if (!user || user.suspendedAt) return;
    const link = await createEmailLink(tx, ctx, { userId: user.id, purpose: "magic_link", browserHash });
    const signInUrl = `${link.url}&next=${encodeURIComponent(next)}`;
    await queueEmail(tx, {
      to: email,
      message: { template: "sign-in-link", props: { signInUrl, expiresInMinutes: magicMinutes } },
      key: `sign-in-link:${link.id}`,
      userId: user.id,
    });
  });
}
