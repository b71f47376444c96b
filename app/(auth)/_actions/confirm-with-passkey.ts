"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { findPasskeyBrowser, readRequestOrigin, rotateSession, toOwnPath } from "@/lib/auth";
import { verifyConfirmation } from "@/lib/passkeys";
import { passkeyAnswerSchema } from "./passkey-schema";

const action = userAction
  .metadata({ name: "confirm-with-passkey", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(passkeyAnswerSchema)
  .action(async ({ parsedInput: { response, next }, ctx }): Promise<null> => {
    const [browserToken, origin] = await Promise.all([findPasskeyBrowser(), readRequestOrigin()]);
    await verifyConfirmation(ctx.app, { response, browserToken, origin }, { userId: ctx.user.id });
    await rotateSession(ctx.user.sessionId);
    redirect(toOwnPath(next, "/settings") as Route);
  });

export const submitPasskeyConfirmation = toFormAction(action, []);
