"use server";

import { publicAction, takeAtLeast, toFormAction } from "@/lib/actions";
import { forgotPassword } from "@/lib/users";
import { emailSchema } from "./schema";

const action = publicAction
  .metadata({ name: "forgot-password" })
  .inputSchema(emailSchema)
  .action(async ({ parsedInput, ctx }) => {
    await takeAtLeast(400, () => forgotPassword(ctx.app, { ...parsedInput, ip: ctx.ip }));
    return { email: parsedInput.email };
  });

export const submitForgotPassword = toFormAction(action, ["email"]);
