"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithPassword, toOwnPath } from "@/lib/auth";
import { orToSecondStep } from "./or-to-second-step";
import { forgetSignUp } from "./pending-sign-up";
import { signInSchema } from "./schema";

const action = publicAction
  .metadata({ name: "sign-in" })
  .inputSchema(signInSchema)
  .action(async ({ parsedInput: { email, password, next } }): Promise<null> => {
    const wanted = toOwnPath(next);
    await orToSecondStep(() => signInWithPassword({ email, password, next: wanted }));
    await forgetSignUp();
    redirect(wanted as Route);
  });

export const submitSignIn = toFormAction(action, ["email", "next"]);
