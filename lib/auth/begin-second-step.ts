import type { AppContext } from "@/lib/context";
import { hasSecondFactor, startSecondStep, type FirstFactor } from "@/lib/two-factor";
import { toOwnPath } from "./policy";
import { secondStepCookie } from "./second-step-cookie";

interface FirstProof {
  userId: string;
  firstFactor: FirstFactor;
  /** Where the person wanted to go, straight from the request: anything at all. */
  next: unknown;
  passwordStamp?: string | undefined;
}

/**
 * After a right first proof: begins the second step of a person who signs in in two, and gives the browser that is
 * answered its cookie. The caller then opens no session and leads to /sign-in/two-factor.
 * @returns false when the first proof is enough
 */
export async function beginSecondStep(
  ctx: Pick<AppContext, "db" | "systemClock">,
  { userId, firstFactor, next, passwordStamp }: FirstProof,
): Promise<boolean> {
  if (!(await hasSecondFactor(ctx.db, userId))) return false;
  const { token, expiresAt } = await startSecondStep(ctx, {
    ...{ userId, firstFactor, passwordStamp },
    next: toOwnPath(next),
  });
  await secondStepCookie.set(token, expiresAt);
  return true;
}
