import { generateSecret } from "otplib";
import type { AppContext } from "@/lib/context";
import { TwoFactorOn } from "./errors";
import { saveUnconfirmed } from "./repository";
import { secretPurpose } from "./secret-purpose";

/**
 * Makes a secret for a person's authenticator. It is no second factor before a code confirms it; one that waited is
 * replaced.
 * @throws TwoFactorOn
 */
export async function beginTwoFactor(
  { db, systemClock, secretBox }: Pick<AppContext, "db" | "systemClock" | "secretBox">,
  userId: string,
): Promise<void> {
  const sealed = secretBox.seal(generateSecret({ length: 20 }), secretPurpose(userId));
  const now = systemClock.now();
  const saved = await db.transaction((tx) => saveUnconfirmed(tx, { userId, ...sealed, now }));
  if (!saved) throw new TwoFactorOn();
}
