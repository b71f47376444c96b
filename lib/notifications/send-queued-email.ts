import type { AppContext } from "@/lib/context";
import { getDocumentFile } from "@/lib/documents";
import type { MailAttachment } from "@/lib/ports/mailer";
import { MailNotTaken, MailRefused } from "@/lib/ports/mailer-errors";
import { DomainError } from "@/lib/shared/errors";
import { beginTry, findPendingEmail, keepError, markFailed, markSent, type EmailTry } from "./repository";

type Context = Pick<AppContext, "db" | "mailer" | "log">;

const forgotten =
  "Nobody knows whether an earlier try was taken, and the provider no longer knows its key: another could be a second mail.";

/** What went wrong in the provider's words, which name no address. */
function reasonOf(error: unknown): string {
  if (error instanceof DomainError && typeof error.meta.reason === "string") return error.meta.reason;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function attachmentsOf(ctx: Context, documentId: string | null): Promise<MailAttachment[]> {
  return documentId ? [await getDocumentFile(ctx, documentId)] : [];
}

/** @returns what the provider named the mail, or undefined when it refused it for good */
async function send({ db, mailer, log }: Context, email: EmailTry, attachments: MailAttachment[]) {
  try {
    const { recipient: to, message, key: idempotencyKey } = email;
    return (await mailer.send({ to, message, idempotencyKey, attachments })).providerId;
  } catch (error) {
    const reason = reasonOf(error).slice(0, 500);
    if (error instanceof MailRefused) {
      await markFailed(db, email.id, reason);
      log.error(
        { err: error, template: email.message.template, key: email.key },
        "a mail was refused for good",
      );
      return undefined;
    }
    await keepError(db, { email, error: reason, untaken: error instanceof MailNotTaken });
    throw error;
  }
}

/**
 * Handles the job "send-email". Sent once, though it runs twice or the process dies anywhere: the provider knows the
 * mail by its key. A mail that the provider will never accept, or of which nobody can tell any more whether it was
 * accepted, is given up and says why; any other failure is kept on the mail and thrown, so that the queue tries again.
 */
export async function sendQueuedEmail(ctx: Context, { emailId }: { emailId: string }): Promise<void> {
  const pending = await findPendingEmail(ctx.db, emailId);
  if (!pending) return;
  const attachments = await attachmentsOf(ctx, pending.documentId);
  const email = await beginTry(ctx.db, emailId);
  if (!email) return;
  if (email.forgotten) {
    await markFailed(ctx.db, email.id, forgotten);
    ctx.log.error({ template: email.message.template, key: email.key }, "a mail may not have been sent");
    return;
  }
  const providerId = await send(ctx, email, attachments);
  if (providerId !== undefined) await markSent(ctx.db, email.id, providerId);
}
