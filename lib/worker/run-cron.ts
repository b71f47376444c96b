import { timingSafeEqual, createHash } from "node:crypto";
import type { AppContext } from "@/lib/context";
import { restartJob } from "@/lib/jobs";
import { isScheduledJob } from "./cron-items";
import { drainJobs } from "./drain-jobs";

export interface CronRequest {
  /** `drain`, or a scheduled job to add before draining. */
  name: string;
  authorization: string | null;
}

export interface CronSettings {
  databaseUrl: string;
  secret: string | undefined;
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Runs a scheduled job and everything else that is due, for a scheduler that knows the secret.
 * Without a secret in the environment, and for unknown names, there is nothing here.
 */
export async function runCron(
  ctx: AppContext,
  { databaseUrl, secret }: CronSettings,
  { name, authorization }: CronRequest,
): Promise<"done" | "unauthenticated" | "not_found"> {
  if (!secret || (name !== "drain" && !isScheduledJob(name))) return "not_found";
  if (!timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${secret}`))) return "unauthenticated";
  if (name !== "drain") await restartJob(ctx.db, { name, payload: {}, key: `cron:${name}`, maxAttempts: 1 });
  await drainJobs(ctx, databaseUrl);
  return "done";
}
