"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signInWithPasskey, toOwnPath } from "@/lib/auth";
import { passkeyAnswerSchema } from "./passkey-schema";
import { forgetSignUp } from "./pending-sign-up";

const action = publicAction
  .metadata({ name: "sign-in-with-passkey" })
  .inputSchema(passkeyAnswerSchema)
  .action(async ({ parsedInput: { response, next } }): Promise<null> => {
    await signInWithPasskey(response);
    await forgetSignUp();
    redirect(toOwnPath(next) as Route);
  });

export const submitPasskeySignIn = toFormAction(action, []);
