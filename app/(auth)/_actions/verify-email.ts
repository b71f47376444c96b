"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { findSessionUser } from "@/lib/auth";
import { verifyEmail } from "@/lib/users";
import { findPendingSignUp, forgetSignUp } from "./pending-sign-up";
import { tokenSchema } from "./schema";

const action = publicAction
  .metadata({ name: "verify-email", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(tokenSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { email } = await verifyEmail(ctx.app, parsedInput.token);
    const next = (await findPendingSignUp())?.next ?? "/dashboard";
    await forgetSignUp();
    const user = await findSessionUser();
    if (user?.email === email) redirect(next as Route);
    redirect(`/sign-in?notice=verified&next=${encodeURIComponent(next)}`);
  });

export const submitVerifyEmail = toFormAction(action, ["token"]);
