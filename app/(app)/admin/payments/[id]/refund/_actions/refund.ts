"use server";

import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { requestRefund } from "@/lib/refunds";
import { toRefundHref } from "../search-params";
import { refundFormSchema } from "./schema";

const refund = adminAction
  .metadata({ name: "refund-payment", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(refundFormSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { paymentId, amountMinor, currency, credits, refundId, token, stripeReason, reason } = parsedInput;
    const what = { paymentId, amountMinor, currency, credits, refundId, token };
    const origin = await readRequestOrigin();
    await requestRefund(ctx.app, { ...what, reason: stripeReason, note: reason }, origin);
    redirect(toRefundHref(paymentId, { done: refundId }));
  });

export const submitRefund = toFormAction(refund, ["reason", "typed", "stripeReason"]);
