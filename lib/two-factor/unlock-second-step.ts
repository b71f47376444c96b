import type { AppContext } from "@/lib/context";
import { normaliseEmail } from "@/lib/users";
import { clearCodes } from "./limits";
import { findUserId } from "./queries";

/** Lifts the lock after wrong codes. Idempotent; an address without an account changes nothing. */
export async function unlockSecondStep({ db }: Pick<AppContext, "db">, typed: string): Promise<void> {
  const email = normaliseEmail(typed);
  const userId = email ? await findUserId(db, email) : null;
  if (userId) await clearCodes(db, userId);
}
