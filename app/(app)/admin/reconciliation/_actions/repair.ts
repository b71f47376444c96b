"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { repairAllOfKind, repairFound } from "@/lib/reconciliation";
import { toRepairHref } from "../search-params";
import { repairAllSchema, repairSchema } from "./schema";

const limit = { points: 120, windowSeconds: 600 };

const repair = adminAction
  .metadata({ name: "repair-difference", limit })
  .inputSchema(repairSchema)
  .action(async ({ parsedInput: { key, run, reason }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    const { outcome } = await repairFound(ctx.app, { key, reason, origin });
    redirect(toRepairHref({ key, run, done: outcome }));
  });

const repairAll = adminAction
  .metadata({ name: "repair-differences", limit })
  .inputSchema(repairAllSchema)
  .action(async ({ parsedInput: { run, kind, reason }, ctx }): Promise<null> => {
    await repairAllOfKind(ctx.app, { runId: run, kind, reason, origin: await readRequestOrigin() });
    redirect(`/admin/reconciliation/${run}?kind=${kind}` as Route);
  });

export const submitRepair = toFormAction(repair, ["reason"]);
export const submitRepairAll = toFormAction(repairAll, ["reason"]);
