"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { requireRecentSignIn } from "@/lib/auth";
import { beginTwoFactor } from "@/lib/two-factor";

const action = userAction
  .metadata({ name: "begin-two-factor", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await requireRecentSignIn();
    await beginTwoFactor(ctx.app, ctx.user.id);
    redirect("/settings/security/two-factor");
  });

export const submitBeginTwoFactor = toFormAction(action, []);
