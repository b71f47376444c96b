import type { AppContext } from "@/lib/context";
import { sendAdminReports } from "./send-admin-reports";
import { sendMemberReports } from "./send-member-reports";

/** Handles the job "send-usage-reports": all reports that are due, each once. @returns how many were told */
export async function sendUsageReports(
  ctx: Pick<AppContext, "db" | "clock" | "log" | "appUrl">,
): Promise<{ members: number; admins: number }> {
  return { members: await sendMemberReports(ctx), admins: await sendAdminReports(ctx) };
}
