"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { removeAllPasskeys } from "@/lib/passkeys";
import { resetTwoFactor, unlockSecondStep } from "@/lib/two-factor";
import {
  changeEmailForPerson,
  endSessionsOf,
  markVerified,
  restoreUser,
  sendPasswordReset,
  setRole,
  suspendUser,
  unlockPerson,
} from "@/lib/users";
import type { ManagedAct } from "../managed";
import { actSchema, emailSchema, roleSchema } from "./schema";

const limit = { points: 60, windowSeconds: 600 };

/** To the same page, which then shows how things stand. */
function leaveWith(userId: string, done: ManagedAct): never {
  redirect(`/admin/users/${userId}/manage?done=${done}` as Route);
}

const suspend = adminAction
  .metadata({ name: "suspend-user", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await suspendUser(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "suspended");
  });

const restore = adminAction
  .metadata({ name: "restore-user", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await restoreUser(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "restored");
  });

const verify = adminAction
  .metadata({ name: "verify-user", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await markVerified(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "verified");
  });

const unlock = adminAction
  .metadata({ name: "unlock-user", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { email } = await unlockPerson(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    await unlockSecondStep(ctx.app, email);
    leaveWith(parsedInput.userId, "unlocked");
  });

const endSessions = adminAction
  .metadata({ name: "end-sessions-of-user", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await endSessionsOf(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "sessions-ended");
  });

const sendReset = adminAction
  .metadata({ name: "send-password-reset", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await sendPasswordReset(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "reset-sent");
  });

const twoFactor = adminAction
  .metadata({ name: "reset-two-factor", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await resetTwoFactor(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "two-factor-off");
  });

const passkeys = adminAction
  .metadata({ name: "remove-passkeys", limit })
  .inputSchema(actSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await removeAllPasskeys(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "passkeys-removed");
  });

const changeRole = adminAction
  .metadata({ name: "change-role", limit })
  .inputSchema(roleSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await setRole(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "role-changed");
  });

const changeEmail = adminAction
  .metadata({ name: "change-email-of-user", limit })
  .inputSchema(emailSchema)
  .action(async ({ parsedInput: { userId, email, reason }, ctx }): Promise<null> => {
    await changeEmailForPerson(ctx.app, { userId, email, reason, origin: await readRequestOrigin() });
    leaveWith(userId, "email-changed");
  });

export const submitSuspension = toFormAction(suspend, ["reason"]);
export const submitRestoration = toFormAction(restore, ["reason"]);
export const submitVerification = toFormAction(verify, ["reason"]);
export const submitUnlock = toFormAction(unlock, ["reason"]);
export const submitSessionsEnd = toFormAction(endSessions, ["reason"]);
export const submitReset = toFormAction(sendReset, ["reason"]);
export const submitTwoFactor = toFormAction(twoFactor, ["reason"]);
export const submitPasskeys = toFormAction(passkeys, ["reason"]);
export const submitRole = toFormAction(changeRole, ["reason"]);
export const submitEmailChange = toFormAction(changeEmail, ["reason", "email", "again"]);
