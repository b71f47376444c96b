"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { requestLedgerCheck } from "@/lib/ledger-checks";

const check = adminAction
  .metadata({ name: "check-ledger", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await requestLedgerCheck(ctx.app, await readRequestOrigin());
    redirect("/admin/ledger");
  });

export const submitLedgerCheck = toFormAction(check, []);
