"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithCode, toOwnPath } from "@/lib/auth";
import { forgetSignUp } from "./pending-sign-up";
import { codeSchema } from "./schema";

const action = publicAction
  .metadata({ name: "sign-in-with-code" })
  .inputSchema(codeSchema)
  .action(async ({ parsedInput: { code } }): Promise<null> => {
    const next = await signInWithCode(code);
    await forgetSignUp();
    redirect(toOwnPath(next) as Route);
  });

export const submitSignInCode = toFormAction(action, []);
