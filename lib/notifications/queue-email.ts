import type { Db } from "@/lib/db";
import { enqueueJob } from "@/lib/jobs";
import { isMailWanted } from "@/lib/notification-preferences";
import { insertEmail } from "./repository";
import type { QueuedEmail } from "./types";

/**
 * Puts a mail into the outbox in the caller's transaction: it is sent if and only if that commits, and once, because
 * the outbox and the provider both know it by its key. One that its person switched off is left out, and its key stays
 * free.
 */
export async function queueEmail(tx: Db, email: QueuedEmail): Promise<void> {
  const { message, userId = null } = email;
  if (!(await isMailWanted(tx, { template: message.template, userId }))) return;
  const emailId = await insertEmail(tx, email);
  if (emailId) await enqueueJob(tx, { name: "send-email", payload: { emailId }, key: `email:${emailId}` });
}
