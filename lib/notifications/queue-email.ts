import type { Db } from "@/lib/db";
import { enqueueJob } from "@/lib/jobs";
import { insertEmail } from "./repository";
import type { QueuedEmail } from "./types";

/**
 * Puts a mail into the outbox in the caller's transaction: it is sent if and only if that commits, and once, because
 * the outbox and the provider both know it by its key.
 */
export async function queueEmail(tx: Db, email: QueuedEmail): Promise<void> {
  const emailId = await insertEmail(tx, email);
  if (emailId) await enqueueJob(tx, { name: "send-email", payload: { emailId }, key: `email:${emailId}` });
}
