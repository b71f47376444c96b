import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { AppContext } from "@/lib/context";
import { pendingMs } from "./policy";
import { hashPendingToken } from "./queries";
import { insertPending } from "./repository";
import type { FirstFactor } from "./types";

interface FirstStep {
  userId: string;
  firstFactor: FirstFactor;
  /** The path of ours to go to afterwards. */
  next: string;
  /** Of the password that the proof was made under; that of now if absent. */
  passwordStamp?: string | undefined;
}

/**
 * Begins the second step of a sign-in whose first proof was right. For ten minutes, or until the password changes, the
 * browser that gets the token as its cookie may finish it.
 */
export async function startSecondStep(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, firstFactor, next, passwordStamp }: FirstStep,
): Promise<{ token: string; expiresAt: Date }> {
  const now = systemClock.now();
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + pendingMs);
  const tokenHash = hashPendingToken(token);
  const step = { id: uuidv7(), userId, tokenHash, firstFactor, nextPath: next, now, expiresAt };
  await insertPending(db, { ...step, passwordStamp: passwordStamp ?? null });
  return { token, expiresAt };
}
