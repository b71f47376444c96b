"use server";

import { revalidatePath } from "next/cache";
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
    // The frame around the pages is the member's from now on.
    revalidatePath("/", "layout");
    redirect("/dashboard");
  });

export const submitViewAs = toFormAction(action, ["reason"]);
