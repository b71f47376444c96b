"use server";

import { publicAction, takeAtLeast, toFormAction } from "@/lib/actions";
import { resendVerification } from "@/lib/users";
import { emailSchema } from "./schema";

const action = publicAction
  .metadata({ name: "resend-verification" })
  .inputSchema(emailSchema)
  .action(async ({ parsedInput, ctx }) => {
    await takeAtLeast(400, () => resendVerification(ctx.app, { ...parsedInput, ip: ctx.ip }));
    return { email: parsedInput.email, waitSeconds: 60 };
  });

export const submitResendVerification = toFormAction(action, ["email"]);
