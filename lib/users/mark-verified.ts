import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "./email-address";
import { UserNotFound } from "./errors";
import { lockUserByEmail, spendEmailTokens, updateUser } from "./repository";

/**
 * Confirms an address on an operator's word; links that were mailed for it are worth nothing afterwards.
 * Idempotent.
 * @throws UserNotFound
 */
export async function markVerified(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  typed: string,
): Promise<{ changed: boolean }> {
  const email = normaliseEmail(typed);
  return db.transaction(async (tx) => {
    const user = email ? await lockUserByEmail(tx, email) : null;
    if (!user) throw new UserNotFound();
    if (user.emailVerified) return { changed: false };
    const now = clock.now();
    await updateUser(tx, user.id, { emailVerified: now, updatedAt: now });
    await spendEmailTokens(tx, { userId: user.id, purposes: ["verify_email"], now });
    return { changed: true };
  });
}
