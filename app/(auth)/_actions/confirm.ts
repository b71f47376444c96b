"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { signInWithPassword, toOwnPath } from "@/lib/auth";
import { confirmSchema } from "./schema";

const action = userAction
  .metadata({ name: "confirm-identity" })
  .inputSchema(confirmSchema)
  .action(async ({ parsedInput: { password, next }, ctx }): Promise<null> => {
    await signInWithPassword({ email: ctx.user.email, password });
    redirect(toOwnPath(next, "/settings") as Route);
  });

/** A proof of who one is counts and is counted as a sign-in, and gives the browser a new session. */
export const submitConfirm = toFormAction(action, ["next"]);
