"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithPassword, toOwnPath } from "@/lib/auth";
import { forgetSignUp } from "./pending-sign-up";
import { signInSchema } from "./schema";

const action = publicAction
  .metadata({ name: "sign-in" })
  .inputSchema(signInSchema)
  .action(async ({ parsedInput: { email, password, next } }): Promise<null> => {
    await signInWithPassword({ email, password });
    await forgetSignUp();
    redirect(toOwnPath(next) as Route);
  });

export const submitSignIn = toFormAction(action, ["email", "next"]);
