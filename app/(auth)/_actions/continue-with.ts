"use server";

import { publicAction, toFormAction, userAction } from "@/lib/actions";
import { goToProvider, toOwnPath } from "@/lib/auth";
import { leadTo } from "./lead-to";
import { providerSchema } from "./schema";

const limit = { points: 60, windowSeconds: 3_600 };

const signIn = publicAction
  .metadata({ name: "sign-in-by-provider", limit })
  .inputSchema(providerSchema)
  .action(async ({ parsedInput: { provider, next } }) =>
    leadTo(await goToProvider({ provider, purpose: "sign-in", next: toOwnPath(next), sessionId: null })),
  );

const confirm = userAction
  .metadata({ name: "confirm-by-provider", limit })
  .inputSchema(providerSchema)
  .action(async ({ parsedInput: { provider, next }, ctx }) => {
    const { sessionId } = ctx.user;
    return leadTo(
      await goToProvider({ provider, purpose: "confirm", next: toOwnPath(next, "/settings"), sessionId }),
    );
  });

export const submitContinueWith = toFormAction(signIn, []);
/** A proof of who one is, by an account elsewhere that is linked. */
export const submitConfirmWith = toFormAction(confirm, []);
