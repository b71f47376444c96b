import { Resend, type ErrorResponse } from "resend";
import { renderEmail } from "@/emails/render-email";
import type { MailDelivery, Mailer } from "@/lib/ports/mailer";
import { unsubscribeHeaders } from "./unsubscribe-headers";
import { MailNotTaken, MailOutcomeUnknown, MailRefused } from "@/lib/ports/mailer-errors";
import type { DomainError } from "@/lib/shared/errors";

interface ResendSettings {
  apiKey: string;
  /** Another server than Resend's: the local stand-in. */
  baseUrl?: string | undefined;
  /** "QuickScale <hello@example.com>" */
  from: string;
  /** Where mails that unsubscribe may go, if anybody reads them. */
  unsubscribeAddress?: string | undefined;
}

/**
 * 400 and 422 are about the mail itself; limits, keys and unverified senders can be better next time. An outage, or
 * another request under the same key that is not over yet, may end either way.
 * https://resend.com/docs/api-reference/errors
 */
function toMailError(error: ErrorResponse): DomainError {
  const { statusCode, name } = error;
  if (statusCode === 400 || statusCode === 422) return new MailRefused(error);
  const answered = statusCode !== null && statusCode < 500;
  return answered && name !== "concurrent_idempotent_requests"
    ? new MailNotTaken(error)
    : new MailOutcomeUnknown(error);
}

async function prepare(
  { to, message, attachments = [], unsubscribe }: MailDelivery,
  { unsubscribeAddress }: ResendSettings,
) {
  const { subject, html, text } = await renderEmail(message, unsubscribe);
  const files = [];
  for (const attachment of attachments) {
    const content = Buffer.from(await attachment.read()).toString("base64");
    files.push({ filename: attachment.name, contentType: attachment.mediaType, content });
  }
  return {
    ...{ to, subject, html, text },
    ...(files.length > 0 ? { attachments: files } : {}),
    ...(unsubscribe ? { headers: unsubscribeHeaders(unsubscribe, unsubscribeAddress) } : {}),
  };
}

/** What fails before anything was sent leaves nothing open. */
async function prepareOrNotTaken(delivery: MailDelivery, settings: ResendSettings) {
  try {
    return await prepare(delivery, settings);
  } catch (cause) {
    throw new MailNotTaken({ name: "not_prepared", message: String(cause) }, cause);
  }
}

/** Sends through Resend's own SDK: https://resend.com/docs/dashboard/emails/idempotency-keys */
export function createResendMailer(settings: ResendSettings): Mailer {
  const { apiKey, baseUrl, from } = settings;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    async send(delivery) {
      const mail = await prepareOrNotTaken(delivery, settings);
      const { data, error } = await resend.emails.send(
        { from, ...mail },
        { idempotencyKey: delivery.idempotencyKey, signal: AbortSignal.timeout(15_000) },
      );
      // The key was used with other bytes: that mail is out, and a later release words it differently.
      if (error?.name === "invalid_idempotent_request") return { providerId: null };
      if (error) throw toMailError(error);
      return { providerId: data.id };
    },
  };
}
