import type { AppContext } from "@/lib/context";
import { restartJob } from "@/lib/jobs";
import { listStuckEmails } from "./repository";

/** More wait for the next time. */
const batchSize = 1_000;

/**
 * Gives pending mails whose job was lost or has used up its tries a new one. Idempotent.
 * @returns how many
 */
export async function requeueStuckEmails({ db, log }: Pick<AppContext, "db" | "log">): Promise<number> {
  const ids = await listStuckEmails(db, batchSize);
  for (const emailId of ids) {
    await restartJob(db, { name: "send-email", payload: { emailId }, key: `email:${emailId}` });
  }
  if (ids.length > 0) log.warn({ mails: ids.length }, "mails that were not on their way were queued again");
  return ids.length;
}
