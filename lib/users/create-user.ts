import type { AppContext } from "@/lib/context";
import { judgePassword } from "@/lib/shared/password-strength";
import { normaliseEmail } from "./email-address";
import { EmailTaken, InvalidEmail, PasswordRefused } from "./errors";
import { hashPassword } from "./password-hash";
import { insertUser, lockUserByEmail, updateUser } from "./repository";

/**
 * Creates a verified member on an operator's word, without a mail. The password obeys the same rules as a sign-up.
 * @throws InvalidEmail | PasswordRefused | EmailTaken
 */
export async function createUser(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { email: typed, password }: { email: string; password: string },
): Promise<{ id: string; email: string }> {
  const email = normaliseEmail(typed);
  if (!email) throw new InvalidEmail();
  const { problem } = judgePassword(password, [email]);
  if (problem) throw new PasswordRefused(problem);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    if (await lockUserByEmail(tx, email)) throw new EmailTaken();
    const now = systemClock.now();
    await insertUser(tx, { email, passwordHash, now });
    const user = await lockUserByEmail(tx, email);
    if (user?.passwordHash !== passwordHash) throw new EmailTaken();
    await updateUser(tx, user.id, { emailVerified: now, updatedAt: now });
    return { id: user.id, email };
  });
}
