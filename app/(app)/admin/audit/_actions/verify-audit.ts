"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { adminAction, toFormAction } from "@/lib/actions";
import { checkAudit } from "@/lib/audit";
import { readRequestOrigin } from "@/lib/auth";

const action = adminAction
  .metadata({ name: "verify-audit", limit: { points: 10, windowSeconds: 600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await checkAudit(ctx.app, await readRequestOrigin());
    refresh();
    return null;
  });

export const submitVerifyAudit = toFormAction(action, []);
