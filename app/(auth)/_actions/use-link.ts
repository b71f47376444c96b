"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithLink, toOwnPath } from "@/lib/auth";
import { forgetSignUp } from "./pending-sign-up";
import { linkSchema } from "./schema";

const action = publicAction
  .metadata({ name: "redeem-sign-in-link", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(linkSchema)
  .action(async ({ parsedInput: { token, next } }): Promise<null> => {
    await signInWithLink(token);
    await forgetSignUp();
    redirect(toOwnPath(next) as Route);
  });

export const submitUseLink = toFormAction(action, ["token", "next"]);
