"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { endComplimentaryPlan, giveComplimentaryPlan } from "@/lib/complimentary-plans";
import { endQuotaOverride, setQuotaOverride } from "@/lib/quota-overrides";
import type { ManagedAct } from "../managed";
import { endSchema, givePlanSchema, quotaSchema } from "./schema";

const limit = { points: 60, windowSeconds: 600 };

function leaveWith(userId: string, done: ManagedAct): never {
  redirect(`/admin/users/${userId}/manage?done=${done}` as Route);
}

const givePlan = adminAction
  .metadata({ name: "give-complimentary-plan", limit })
  .inputSchema(givePlanSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await giveComplimentaryPlan(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "plan-given");
  });

const endPlan = adminAction
  .metadata({ name: "end-complimentary-plan", limit })
  .inputSchema(endSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await endComplimentaryPlan(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "plan-ended");
  });

const setQuota = adminAction
  .metadata({ name: "set-quota-override", limit })
  .inputSchema(quotaSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await setQuotaOverride(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "quota-set");
  });

const endQuota = adminAction
  .metadata({ name: "end-quota-override", limit })
  .inputSchema(endSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await endQuotaOverride(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    leaveWith(parsedInput.userId, "quota-ended");
  });

export const submitComplimentary = toFormAction(givePlan, ["reason", "planKey", "lastDay"]);
export const submitComplimentaryEnd = toFormAction(endPlan, ["reason"]);
export const submitQuota = toFormAction(setQuota, ["reason", "kind", "limit", "lastDay"]);
export const submitQuotaEnd = toFormAction(endQuota, ["reason"]);
