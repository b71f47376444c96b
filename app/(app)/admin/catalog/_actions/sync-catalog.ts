"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { syncForAdmin } from "@/lib/catalog";

const sync = adminAction
  .metadata({ name: "sync-catalog", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(z.object({ token: z.string().max(100), reason: reasonSchema }))
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await syncForAdmin(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect("/admin/catalog?notice=synced");
  });

export const submitCatalogSync = toFormAction(sync, ["reason"]);
