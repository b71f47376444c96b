"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { revokeApiKey } from "@/lib/api-keys";
import { revokeApiKeySchema } from "@/lib/api-keys/schema";
import { readRequestOrigin } from "@/lib/auth";

const action = userAction
  .metadata({ name: "revoke-api-key", limit: { points: 100, windowSeconds: 600 } })
  .inputSchema(revokeApiKeySchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await revokeApiKey(ctx.app, parsedInput, { origin: await readRequestOrigin() });
    redirect("/settings/api-keys?notice=revoked");
  });

export const submitRevokeKey = toFormAction(action, []);
