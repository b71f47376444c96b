"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithLink, toOwnPath } from "@/lib/auth";
import { orToSecondStep } from "./or-to-second-step";
import { forgetSignUp } from "./pending-sign-up";
import { linkSchema } from "./schema";

const action = publicAction
  .metadata({ name: "redeem-sign-in-link", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(linkSchema)
  .action(async ({ parsedInput: { token, next } }): Promise<null> => {
    const wanted = toOwnPath(next);
    await orToSecondStep(() => signInWithLink(token, wanted));
    await forgetSignUp();
    redirect(wanted as Route);
  });

export const submitUseLink = toFormAction(action, ["token", "next"]);
