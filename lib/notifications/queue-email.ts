import type { EmailMessage } from "@/emails/types";
import type { Db } from "@/lib/db";
import { enqueueJob } from "@/lib/jobs";

export interface QueuedEmail {
  to: string;
  message: EmailMessage;
  /** Names the business event, for example `receipt:{paymentId}`. The same key is mailed once. */
  key: string;
}

/**
 * Queues a mail in the caller's transaction: it is sent if and only if the transaction commits, and once,
 * because the queue and the provider both know it by its key.
 */
export async function queueEmail(db: Db, { to, message, key }: QueuedEmail): Promise<void> {
  await enqueueJob(db, { name: "send-email", payload: { to, message, key }, key: `email:${key}` });
}
