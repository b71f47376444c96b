import type { AppContext } from "@/lib/context";
import { clearRateLimit } from "@/lib/rate-limits";
import { normaliseEmail } from "./email-address";
import { signInAddress, signInHere } from "./limits";

/** Lifts the sign-in lock of an address, wherever it was tried from. Idempotent. */
export async function unlockSignIn({ db }: Pick<AppContext, "db">, typed: string): Promise<void> {
  const email = normaliseEmail(typed) ?? typed;
  await clearRateLimit(db, signInHere, [email]);
  await clearRateLimit(db, signInAddress, [email]);
}
