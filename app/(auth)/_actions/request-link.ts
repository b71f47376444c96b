"use server";

import { publicAction, takeAtLeast, toFormAction } from "@/lib/actions";
import { toOwnPath } from "@/lib/auth";
import { requestSignInLink } from "@/lib/users";
import { rememberLinkBrowser } from "./link-browser";
import { emailLinkSchema } from "./schema";

const action = publicAction
  .metadata({ name: "request-sign-in-link" })
  .inputSchema(emailLinkSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { email } = parsedInput;
    const next = toOwnPath(parsedInput.next);
    const browserToken = await rememberLinkBrowser();
    await takeAtLeast(400, () => requestSignInLink(ctx.app, { email, ip: ctx.ip, browserToken, next }));
    return { email };
  });

export const submitRequestLink = toFormAction(action, ["email", "next"]);
