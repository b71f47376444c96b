"use server";

import { takeAtLeast, toFormAction, userAction } from "@/lib/actions";
import { requireRecentSignIn } from "@/lib/auth";
import { requestEmailChange } from "@/lib/users";
import { emailChangeSchema } from "./schema";

const action = userAction
  .metadata({ name: "request-email-change", limit: { points: 6, windowSeconds: 3600 } })
  .inputSchema(emailChangeSchema)
  .action(async ({ parsedInput: { email }, ctx }) => {
    await requireRecentSignIn();
    return takeAtLeast(400, () => requestEmailChange(ctx.app, { userId: ctx.user.id, email, ip: ctx.ip }));
  });

export const submitEmailChange = toFormAction(action, ["email"]);
