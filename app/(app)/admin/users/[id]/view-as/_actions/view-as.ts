"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin, startViewing } from "@/lib/auth";

const action = adminAction
  .metadata({ name: "view-as", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(z.object({ userId: z.uuid(), reason: reasonSchema }))
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await startViewing(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect("/dashboard");
  });

export const submitViewAs = toFormAction(action, ["reason"]);
