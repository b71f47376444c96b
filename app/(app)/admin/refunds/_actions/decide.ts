"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { approveRefund, declineRefund, withdrawRefund } from "@/lib/refunds";
import { approvalSchema, decisionSchema } from "./schema";

const limit = { points: 60, windowSeconds: 600 };

const approve = adminAction
  .metadata({ name: "approve-refund", limit })
  .inputSchema(approvalSchema)
  .action(async ({ parsedInput: { requestId, reason, token }, ctx }): Promise<null> => {
    await approveRefund(ctx.app, { requestId, reason, token }, await readRequestOrigin());
    redirect(`/admin/refunds/${requestId}` as Route);
  });

const decline = adminAction
  .metadata({ name: "decline-refund", limit })
  .inputSchema(decisionSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await declineRefund(ctx.app, parsedInput, await readRequestOrigin());
    redirect(`/admin/refunds/${parsedInput.requestId}` as Route);
  });

const withdraw = adminAction
  .metadata({ name: "withdraw-refund", limit })
  .inputSchema(decisionSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await withdrawRefund(ctx.app, parsedInput, await readRequestOrigin());
    redirect(`/admin/refunds/${parsedInput.requestId}` as Route);
  });

export const submitApproval = toFormAction(approve, ["reason", "typed"]);
export const submitDecline = toFormAction(decline, ["reason"]);
export const submitWithdrawal = toFormAction(withdraw, ["reason"]);
