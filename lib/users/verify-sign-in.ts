import { z } from "zod";
import type { AppContext } from "@/lib/context";
import { TooManyAttempts } from "@/lib/rate-limits";
import { recordLockedSignIn } from "@/lib/security-log";
import { passwordLength } from "@/lib/shared/password-strength";
import { normaliseEmail } from "./email-address";
import { AccountSuspended, InvalidCredentials } from "./errors";
import { consumeAttempt, forgiveSignIn } from "./limits";
import { hashPassword, isOutdatedHash, matchesHash } from "./password-hash";
import { findSignInAccount } from "./queries";
import { passwordStamp } from "./password-stamp";
import { replacePasswordHash } from "./repository";

export interface SignInAttempt {
  /** Straight from the form: anything at all. */
  email: unknown;
  password: unknown;
  ip: string | null;
}

export interface VerifiedSignIn {
  id: string;
  email: string;
  name: string | null;
  role: "member" | "admin";
  /** Of the password that the account had when this was proved. */
  passwordStamp?: string;
}

const typedText = z.string().max(passwordLength.max).catch("");

/**
 * Verifies a password. Every attempt is counted before it is looked at, so of any number of parallel attempts
 * exactly the allowed ones reach the password. A wrong password, an unknown address and a malformed one take the
 * same time and give the same answer. A right password is no attempt: it clears the count for this address and place.
 * @throws InvalidCredentials | TooManyAttempts | AccountSuspended
 */
export async function verifySignIn(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { email: typedEmail, password: typedPassword, ip }: SignInAttempt,
): Promise<VerifiedSignIn> {
  const typed = z.string().max(320).catch("").parse(typedEmail);
  const email = normaliseEmail(typed);
  const password = typedText.parse(typedPassword);
  try {
    await consumeAttempt(db, "sign-in", { email: email ?? typed, ip });
  } catch (error) {
    if (error instanceof TooManyAttempts && email)
      await recordLockedSignIn(db, { email, ip, now: systemClock.now() });
    throw error;
  }
  const account = email ? await findSignInAccount(db, email) : null;
  const matches = await matchesHash(password, account?.passwordHash ?? null);
  if (!account?.passwordHash || !matches) throw new InvalidCredentials();
  if (account.suspendedAt) throw new AccountSuspended();
  await forgiveSignIn(db, { email: account.email, ip });
  let current = account.passwordHash;
  if (isOutdatedHash(current)) {
    const to = await hashPassword(password);
    await replacePasswordHash(db, account.id, { from: current, to, now: systemClock.now() });
    current = to;
  }
  const { id, name, role } = account;
  return { id, email: account.email, name, role, passwordStamp: passwordStamp(current) };
}
