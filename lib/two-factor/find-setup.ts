import { generateURI } from "otplib";
import type { AppContext } from "@/lib/context";
import { setupMs } from "./policy";
import { findSecret } from "./queries";
import { secretPurpose } from "./secret-purpose";

export interface TwoFactorSetup {
  /** Base 32, to be typed where the picture cannot be read. */
  secret: string;
  /** What the picture says. */
  uri: string;
}

interface Owner {
  userId: string;
  email: string;
  /** Under which name authenticators keep it. */
  issuer: string;
}

/** The secret that waits for its first code; null when there is none, or it waited for half an hour. */
export async function findSetup(
  { db, systemClock, secretBox }: Pick<AppContext, "db" | "systemClock" | "secretBox">,
  { userId, email, issuer }: Owner,
): Promise<TwoFactorSetup | null> {
  const row = await findSecret(db, userId);
  if (!row || row.confirmedAt || systemClock.now().getTime() - row.createdAt.getTime() > setupMs) return null;
  const secret = secretBox.open(row, secretPurpose(userId));
  if (secret === null) return null;
  return { secret, uri: generateURI({ issuer, label: email, secret }) };
}
