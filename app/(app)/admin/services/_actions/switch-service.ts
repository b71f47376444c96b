"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { switchService } from "@/lib/services";

const input = z.object({ slug: z.string().max(100), to: z.enum(["on", "off"]), reason: reasonSchema });

const act = adminAction
  .metadata({ name: "switch-service", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(input)
  .action(async ({ parsedInput: { slug, to, reason }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    await switchService(ctx.app, { slug, active: to === "on", reason, origin });
    redirect(`/admin/services?notice=${to}`);
  });

export const submitSwitch = toFormAction(act, ["reason"]);
