"use server";

import { redirect } from "next/navigation";
import { leadTo } from "@/app/(auth)/_actions/lead-to";
import { toFormAction, userAction } from "@/lib/actions";
import { goToProvider, readRequestOrigin, requireRecentSignIn } from "@/lib/auth";
import { unlinkAccount } from "@/lib/linked-accounts";
import { linkedAccountSchema } from "./schema";

const limit = { points: 30, windowSeconds: 3_600 };

const link = userAction
  .metadata({ name: "link-account", limit })
  .inputSchema(linkedAccountSchema)
  .action(async ({ parsedInput: { provider }, ctx }) => {
    await requireRecentSignIn();
    const { sessionId } = ctx.user;
    return leadTo(await goToProvider({ provider, purpose: "link", next: "/settings/security", sessionId }));
  });

const unlink = userAction
  .metadata({ name: "unlink-account", limit })
  .inputSchema(linkedAccountSchema)
  .action(async ({ parsedInput: { provider }, ctx }): Promise<null> => {
    await requireRecentSignIn();
    await unlinkAccount(ctx.app, { userId: ctx.user.id, provider, origin: await readRequestOrigin() });
    redirect("/settings/security?notice=account-unlinked");
  });

export const submitLink = toFormAction(link, []);
export const submitUnlink = toFormAction(unlink, []);
