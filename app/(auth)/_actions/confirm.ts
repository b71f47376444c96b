"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { rotateSession, toOwnPath } from "@/lib/auth";
import { verifySignIn } from "@/lib/users";
import { confirmSchema } from "./schema";

const action = userAction
  .metadata({ name: "confirm-identity" })
  .inputSchema(confirmSchema)
  .action(async ({ parsedInput: { password, next }, ctx }): Promise<null> => {
    await verifySignIn(ctx.app, { email: ctx.user.email, password, ip: ctx.ip });
    await rotateSession(ctx.user.sessionId);
    redirect(toOwnPath(next, "/settings") as Route);
  });

/** A proof of who one is counts and is counted as a sign-in, and gives the session a new cookie. */
export const submitConfirm = toFormAction(action, ["next"]);
