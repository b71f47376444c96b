"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { resetPassword } from "@/lib/users";
import { resetSchema } from "./schema";

const action = publicAction
  .metadata({ name: "reset-password" })
  .inputSchema(resetSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await resetPassword(ctx.app, { ...parsedInput, ip: ctx.ip });
    redirect("/sign-in?notice=password-changed");
  });

export const submitResetPassword = toFormAction(action, ["token"]);
