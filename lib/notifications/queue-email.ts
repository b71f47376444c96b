import type { Db } from "@/lib/db";
import { postNotice } from "@/lib/inbox";
import { enqueueJob } from "@/lib/jobs";
import { findMailKind, isMailWanted } from "@/lib/notification-preferences";
import { toWords } from "./mail-notices";
import { insertEmail } from "./repository";
import type { QueuedEmail } from "./types";

/** The same news inside the app, for mails that have words for it. */
async function tellInApp(tx: Db, { key, userId, message, inApp = true }: QueuedEmail): Promise<void> {
  const words = inApp ? toWords(message) : null;
  const kind = findMailKind(message.template);
  if (words && kind && userId) await postNotice(tx, { userId, key, kind, ...words });
}

/**
 * Puts a mail into the outbox in the caller's transaction: it is sent if and only if that commits, and once, because
 * the outbox and the provider both know it by its key. One that its person switched off is left out, and its key stays
 * free. What it tells stands in the person's inbox in the app, too, under the same key: whether they want it there is
 * asked apart from whether they want the mail.
 */
export async function queueEmail(tx: Db, email: QueuedEmail): Promise<void> {
  const { message, userId = null } = email;
  await tellInApp(tx, email);
  if (!(await isMailWanted(tx, { template: message.template, userId }))) return;
  const emailId = await insertEmail(tx, email);
  if (emailId) await enqueueJob(tx, { name: "send-email", payload: { emailId }, key: `email:${emailId}` });
}
