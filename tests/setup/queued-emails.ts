import type { EmailMessage } from "@/emails/types";
import type { Db } from "@/lib/db";

export interface QueuedMail {
  to: string;
  message: EmailMessage;
  key: string;
}

/** Every mail that waits in the outbox, oldest first. */
export async function queuedEmails(db: Db, to?: string): Promise<QueuedMail[]> {
  const rows = await db.prisma.outboxEmail.findMany({
    where: { status: "pending", ...(to ? { recipient: to } : {}) },
    orderBy: { id: "asc" },
  });
  return rows.map(({ recipient, message, key }) => ({
    to: recipient,
    message: message as unknown as EmailMessage,
    key,
  }));
}

/** The secret in the latest link that was mailed to an address. */
export async function latestToken(db: Db, to: string): Promise<string> {
  const mails = await queuedEmails(db, to);
  const texts = mails.flatMap(({ message: { props } }) => Object.values(props) as unknown[]);
  const url = texts.findLast((text): text is string => typeof text === "string" && text.includes("?token="));
  if (!url) throw new Error(`No link was mailed to ${to}.`);
  return new URL(url).searchParams.get("token") ?? "";
}
