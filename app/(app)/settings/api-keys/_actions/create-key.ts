"use server";

import { refresh } from "next/cache";
import { toFormAction, userAction } from "@/lib/actions";
import { createApiKey } from "@/lib/api-keys";
import { apiScopes } from "@/lib/api-keys/types";
import { readRequestOrigin, requireRecentSignIn } from "@/lib/auth";
import { findStripeMode } from "@/lib/env";
import { createFormSchema } from "./schema";

const action = userAction
  .metadata({ name: "create-api-key", limit: { points: 40, windowSeconds: 3600 } })
  .inputSchema(createFormSchema)
  .action(async ({ parsedInput, ctx }) => {
    await requireRecentSignIn();
    const asked = { mode: findStripeMode(), origin: await readRequestOrigin() };
    const issued = await createApiKey(ctx.app, parsedInput, asked);
    refresh();
    return issued;
  });

export const submitCreateKey = toFormAction(action, ["name", "expiresInDays", ...apiScopes]);
