"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { signUp } from "@/lib/users";
import { rememberSignUp } from "./pending-sign-up";
import { signUpSchema } from "./schema";

const action = publicAction
  .metadata({ name: "sign-up" })
  .inputSchema(signUpSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { email } = await signUp(ctx.app, { ...parsedInput, ip: ctx.ip });
    await rememberSignUp(email, parsedInput.next);
    redirect("/verify-email");
  });

export const submitSignUp = toFormAction(action, ["email", "next"]);
