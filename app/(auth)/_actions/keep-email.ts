"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { undoEmailChange } from "@/lib/users";
import { tokenSchema } from "./schema";

const action = publicAction
  .metadata({ name: "undo-email-change", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(tokenSchema)
  .action(async ({ parsedInput: { token }, ctx }): Promise<null> => {
    await undoEmailChange(ctx.app, { token, origin: await readRequestOrigin() });
    redirect("/sign-in?notice=email-kept");
  });

export const submitKeepEmail = toFormAction(action, ["token"]);
