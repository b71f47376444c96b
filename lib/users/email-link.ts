import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { insertEmailToken } from "./repository";
import type { EmailTokenPurpose } from "./types";

/** 24 hours to confirm an address. */
export const verifyHours = 24;
/** 60 minutes to set a new password. */
export const resetMinutes = 60;
/** 15 minutes to sign in by a link. */
export const magicMinutes = 15;
/** 60 minutes to confirm a new address. */
export const changeMinutes = 60;
/** 7 days to take a change of the address back. */
export const undoDays = 7;

const pages: Record<EmailTokenPurpose, { path: string; lifetimeMs: number }> = {
  verify_email: { path: "/verify-email", lifetimeMs: verifyHours * 3_600_000 },
  reset_password: { path: "/reset-password", lifetimeMs: resetMinutes * 60_000 },
  magic_link: { path: "/sign-in/link", lifetimeMs: magicMinutes * 60_000 },
  change_email: { path: "/confirm-email", lifetimeMs: changeMinutes * 60_000 },
  undo_email_change: { path: "/keep-email", lifetimeMs: undoDays * 24 * 3_600_000 },
};

/** The database keeps only this: who reads it cannot use anybody's link. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

interface LinkRequest {
  userId: string;
  purpose: EmailTokenPurpose;
  /** Of the sign-up that the link confirms. */
  passwordHash?: string | null;
  /** That a change would give the account. */
  email?: string | null;
  /** Of a cookie of the browser that asks. */
  browserHash?: string | null;
}

/** Makes a single-use link in the caller's transaction. The secret exists only in the returned address. */
export async function createEmailLink(
  db: Db,
  { systemClock, appUrl }: Pick<AppContext, "systemClock" | "appUrl">,
  { userId, purpose, passwordHash = null, email = null, browserHash = null }: LinkRequest,
): Promise<{ id: string; url: string }> {
  const token = randomBytes(32).toString("base64url");
  const { path, lifetimeMs } = pages[purpose];
  const createdAt = systemClock.now();
  const id = uuidv7();
  await insertEmailToken(db, {
    id,
    userId,
    purpose,
    passwordHash,
    email,
    browserHash,
    tokenHash: hashLinkToken(token),
    expiresAt: new Date(createdAt.getTime() + lifetimeMs),
    createdAt,
  });
  return { id, url: `${appUrl}${path}?token=${token}` };
}
