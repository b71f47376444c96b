import type { EmailMessage } from "@/emails/types";
import type { Db } from "@/lib/db";

export interface QueuedMail {
  to: string;
  message: EmailMessage;
  key: string;
}

/** Every mail that waits in the queue, oldest first. */
export async function queuedEmails(db: Db, to?: string): Promise<QueuedMail[]> {
  const rows = await db.sql<{ payload: QueuedMail }>({
    name: "queued-emails",
    text: `SELECT j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'send-email' AND ($1::text IS NULL OR j.payload ->> 'to' = $1::text) ORDER BY j.id`,
    values: [to ?? null],
  });
  return rows.map(({ payload }) => payload);
}

/** The secret in the latest link that was mailed to an address. */
export async function latestToken(db: Db, to: string): Promise<string> {
  const mails = await queuedEmails(db, to);
  const urls = mails.map(({ message: { props } }) =>
    "verifyUrl" in props ? props.verifyUrl : "resetUrl" in props ? props.resetUrl : "",
  );
  const url = urls.findLast((link) => link.includes("?token="));
  if (!url) throw new Error(`No link was mailed to ${to}.`);
  return new URL(url).searchParams.get("token") ?? "";
}
