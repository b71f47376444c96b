"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { requireRecentSignIn } from "@/lib/auth";
import { requestDataExport } from "@/lib/data-export";

const action = userAction
  .metadata({ name: "request-data-export", limit: { points: 20, windowSeconds: 3600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await requireRecentSignIn();
    await requestDataExport(ctx.app, ctx.user.id);
    refresh();
    return null;
  });

export const submitRequestExport = toFormAction(action, []);
