"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { findSessionUser } from "@/lib/auth";
import { sendMessage } from "@/lib/contact";
import { contactSchema } from "@/lib/contact/schema";

const action = publicAction
  .metadata({ name: "contact" })
  .inputSchema(contactSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const user = await findSessionUser();
    const provenEmail = user?.verified ? user.email : null;
    await sendMessage(ctx.app, { ...parsedInput, userId: user?.id ?? null, provenEmail, ip: ctx.ip });
    redirect("/contact/thanks");
  });

export const submitMessage = toFormAction(action, ["name", "email", "subject", "body"]);
