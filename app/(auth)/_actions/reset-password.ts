"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { resetPassword } from "@/lib/users";
import { resetSchema } from "./schema";

const action = publicAction
  .metadata({ name: "reset-password" })
  .inputSchema(resetSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { userAgent } = await readRequestOrigin();
    await resetPassword(ctx.app, { ...parsedInput, ip: ctx.ip, userAgent });
    redirect("/sign-in?notice=password-changed");
  });

export const submitResetPassword = toFormAction(action, ["token"]);
