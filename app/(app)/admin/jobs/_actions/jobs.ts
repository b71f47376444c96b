"use server";

import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { retryJob, runScheduledJob } from "@/lib/queue";
import { retryJobSchema, runJobSchema } from "./schema";

const limit = { points: 120, windowSeconds: 600 };

const run = adminAction
  .metadata({ name: "run-job", limit })
  .inputSchema(runJobSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await runScheduledJob(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect("/admin/jobs?notice=started");
  });

const retry = adminAction
  .metadata({ name: "retry-job", limit })
  .inputSchema(retryJobSchema)
  .action(async ({ parsedInput: { id, attempts, reason }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    await retryJob(ctx.app, { id, seenAttempts: attempts, reason, origin });
    redirect("/admin/jobs?notice=retried");
  });

export const submitRunJob = toFormAction(run, ["reason"]);
export const submitRetryJob = toFormAction(retry, ["reason"]);
