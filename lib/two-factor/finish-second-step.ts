import { z } from "zod";
import type { EventOrigin } from "@/lib/security-log";
import { SecondStepOver } from "./errors";
import { findPendingRow } from "./queries";
import { countAttempt, spendPending } from "./repository";
import { verifySecondFactor, type TwoFactorContext } from "./verify-second-factor";

interface SecondStep {
  /** The browser's cookie, straight from the request. */
  token: unknown;
  code: unknown;
  origin: EventOrigin;
}

/** Who signed in, as the machinery of sign-in wants to know. */
export interface FinishedSignIn {
  id: string;
  email: string;
  name: string | null;
  role: "member" | "admin";
  /** Of the password that the account had at the first step. */
  passwordStamp: string;
}

/**
 * Ends a sign-in that owed its second step: once, with a right code, in the browser that began it.
 * @throws SecondStepOver | CodeWrong | CodeUsed | TooManyAttempts | SecretUnreadable
 */
export async function finishSecondStep(
  ctx: TwoFactorContext,
  { token: sent, code, origin }: SecondStep,
): Promise<FinishedSignIn> {
  const token = z.string().min(1).max(200).catch("").parse(sent);
  const pending = await findPendingRow(ctx.db, token, ctx.systemClock.now());
  if (!pending) throw new SecondStepOver();
  const { id: pendingId, userId, email, name, role, passwordStamp } = pending;
  if (!(await countAttempt(ctx.db, pendingId))) throw new SecondStepOver();
  await verifySecondFactor(ctx, { userId, code, origin }, async (tx, now) => {
    // The password may have changed, or another tab have finished, while the code was looked at.
    const open = (await findPendingRow(tx, token, now)) !== null;
    if (!open || !(await spendPending(tx, pendingId, now))) throw new SecondStepOver();
  });
  return { id: userId, email, name, role, passwordStamp };
}
