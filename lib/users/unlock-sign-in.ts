import type { AppContext } from "@/lib/context";
import { clearRateLimit } from "@/lib/rate-limits";
import { signInAddress, signInHere } from "./limits";

/** Lifts the sign-in lock of an address, wherever it was tried from. Idempotent. */
export async function unlockSignIn({ db }: Pick<AppContext, "db">, email: string): Promise<void> {
  await clearRateLimit(db, signInHere, [email]);
  await clearRateLimit(db, signInAddress, [email]);
}
