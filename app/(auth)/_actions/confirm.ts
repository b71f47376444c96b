"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, rotateSession, toOwnPath } from "@/lib/auth";
import { hasSecondFactor, verifySecondFactor } from "@/lib/two-factor";
import { verifySignIn } from "@/lib/users";
import { confirmSchema } from "./schema";

const action = userAction
  .metadata({ name: "confirm-identity" })
  .inputSchema(confirmSchema)
  .action(async ({ parsedInput: { password, code, next }, ctx }): Promise<null> => {
    await verifySignIn(ctx.app, { email: ctx.user.email, password, ip: ctx.ip });
    const userId = ctx.user.id;
    if (await hasSecondFactor(ctx.app.db, userId)) {
      const given = { userId, code, origin: await readRequestOrigin() };
      await verifySecondFactor(ctx.app, given, () => Promise.resolve());
    }
    await rotateSession(ctx.user.sessionId);
    redirect(toOwnPath(next, "/settings") as Route);
  });

/**
 * A proof of who one is counts and is counted as a sign-in, the code of who signs in in two steps included, and gives
 * the session a new cookie.
 */
export const submitConfirm = toFormAction(action, ["next"]);
