"use server";

import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, requireRecentSignIn, rotateSession } from "@/lib/auth";
import { confirmTwoFactor, renewRecoveryCodes } from "@/lib/two-factor";
import { recoveryCodesSchema } from "./schema";

const action = userAction
  .metadata({ name: "make-recovery-codes" })
  .inputSchema(recoveryCodesSchema)
  .action(async ({ parsedInput: { code, purpose }, ctx }): Promise<{ codes: string[] }> => {
    await requireRecentSignIn();
    const { id: userId, sessionId } = ctx.user;
    const origin = await readRequestOrigin();
    if (purpose === "renew") return { codes: await renewRecoveryCodes(ctx.app, { userId, code, origin }) };
    const codes = await confirmTwoFactor(ctx.app, { userId, sessionId, code, origin });
    await rotateSession(sessionId, { proven: false });
    return { codes };
  });

/** Turning on and making new codes end alike, with codes that are told once: one form, so that they outlive its page. */
export const submitRecoveryCodes = toFormAction(action, []);
