import type { AppContext } from "@/lib/context";
import { getDocumentFile } from "@/lib/documents";
import { isMailWanted, unsubscribeLinks } from "@/lib/notification-preferences";
import type { MailDelivery } from "@/lib/ports/mailer";
import { MailNotTaken, MailRefused } from "@/lib/ports/mailer-errors";
import { DomainError } from "@/lib/shared/errors";
import {
  beginTry,
  findPendingEmail,
  keepError,
  markFailed,
  markSent,
  markUnwanted,
  type EmailTry,
} from "./repository";

type Context = Pick<AppContext, "db" | "mailer" | "log" | "appUrl" | "unsubscribeKeys">;

const forgotten =
  "Nobody knows whether an earlier try was taken, and the provider no longer knows its key: another could be a second mail.";

/** What went wrong in the provider's words, which name no address. */
function reasonOf(error: unknown): string {
  if (error instanceof DomainError && typeof error.meta.reason === "string") return error.meta.reason;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

type Extras = Pick<MailDelivery, "attachments" | "unsubscribe">;

/** What goes with a mail besides its words. */
async function extrasOf(
  ctx: Context,
  email: { template: string; userId: string | null; documentId: string | null },
): Promise<Extras> {
  const attachments = email.documentId ? [await getDocumentFile(ctx, email.documentId)] : [];
  return { attachments, unsubscribe: unsubscribeLinks(ctx, email) };
}

/** @returns what the provider named the mail, or undefined when it refused it for good */
async function send({ db, mailer, log }: Context, email: EmailTry, extras: Extras) {
  try {
    const { recipient: to, message, key: idempotencyKey } = email;
    return (await mailer.send({ to, message, idempotencyKey, ...extras })).providerId;
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
 * mail by its key. A mail that its person switched off since it was queued is not sent. A mail that the provider will never accept, or of which nobody can tell any more whether it was
 * accepted, is given up and says why; any other failure is kept on the mail and thrown, so that the queue tries again.
 */
export async function sendQueuedEmail(ctx: Context, { emailId }: { emailId: string }): Promise<void> {
  const pending = await findPendingEmail(ctx.db, emailId);
  if (!pending) return;
  if (!(await isMailWanted(ctx.db, pending))) {
    await markUnwanted(ctx.db, emailId);
    return;
  }
  const extras = await extrasOf(ctx, pending);
  const email = await beginTry(ctx.db, emailId);
  if (!email) return;
  if (email.forgotten) {
    await markFailed(ctx.db, email.id, forgotten);
    ctx.log.error({ template: email.message.template, key: email.key }, "a mail may not have been sent");
    return;
  }
  const providerId = await send(ctx, email, extras);
  if (providerId !== undefined) await markSent(ctx.db, email.id, providerId);
}
