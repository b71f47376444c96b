import type { AppContext } from "@/lib/context";
import { judgePassword } from "@/lib/shared/password-strength";
import { normaliseEmail } from "./email-address";
import { InvalidEmail, PasswordRefused } from "./errors";
import { consumeAttempt } from "./limits";
import { hashPassword } from "./password-hash";
import { insertUser, lockUserByEmail } from "./repository";
import { sendVerification } from "./send-verification";
import { tellAccountExists } from "./tell-account-exists";

export interface SignUpInput {
  email: string;
  password: string;
  ip: string | null;
}

type SignUpContext = Pick<AppContext, "db" | "systemClock" | "appUrl">;

/**
 * Signs up an address. The caller learns nothing about whether it has an account: an unknown or unconfirmed one
 * gets a mail to confirm it, a confirmed one gets a mail that says it has an account already. Both do the same
 * work. The password counts once the link of this very sign-up is confirmed.
 * @throws InvalidEmail | PasswordRefused | TooManyAttempts
 */
export async function signUp(
  ctx: SignUpContext,
  { email: typed, password, ip }: SignUpInput,
): Promise<{ email: string }> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  const { problem } = judgePassword(password, [email]);
  if (problem) throw new PasswordRefused(problem);
  await consumeAttempt(ctx.db, "sign-up", { email, ip });
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction(async (tx) => {
    await insertUser(tx, { email, passwordHash, now: ctx.systemClock.now() });
    const user = await lockUserByEmail(tx, email);
    if (!user) throw new Error("A user vanished while signing up.");
    if (!user.emailVerified) return sendVerification(tx, ctx, { id: user.id, email, passwordHash });
    await tellAccountExists(tx, ctx, { userId: user.id, email });
  });
  return { email };
}
