"use server";

import { refresh } from "next/cache";
import { toFormAction, userAction } from "@/lib/actions";
import { rotateApiKey } from "@/lib/api-keys";
import { readRequestOrigin, requireRecentSignIn } from "@/lib/auth";
import { findStripeMode } from "@/lib/env";
import { rotateFormSchema } from "./schema";

const action = userAction
  .metadata({ name: "rotate-api-key", limit: { points: 40, windowSeconds: 3600 } })
  .inputSchema(rotateFormSchema)
  .action(async ({ parsedInput, ctx }) => {
    await requireRecentSignIn();
    const asked = { mode: findStripeMode(), origin: await readRequestOrigin() };
    const issued = await rotateApiKey(ctx.app, parsedInput, asked);
    refresh();
    return issued;
  });

export const submitRotateKey = toFormAction(action, ["graceHours"]);
