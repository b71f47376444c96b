"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { saveReportSchedules, sendReportNow } from "@/lib/usage-reports";
import { reportRhythms } from "@/lib/usage-reports/types";

const page = "/admin/usage/reports";
const box = z
  .literal("on")
  .optional()
  .transform((sent) => sent === "on");

const save = adminAction
  .metadata({ name: "save-report-schedules", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(z.object({ weekly: box, monthly: box }))
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await saveReportSchedules(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect(`${page}?notice=saved`);
  });

const send = adminAction
  .metadata({ name: "send-report-now", limit: { points: 10, windowSeconds: 600 } })
  .inputSchema(z.object({ rhythm: z.enum(reportRhythms), id: z.uuid() }))
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await sendReportNow(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect(`${page}?notice=sent`);
  });

export const submitSchedules = toFormAction(save, []);
export const submitReportNow = toFormAction(send, []);
