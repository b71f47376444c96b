import { Resend, type ErrorResponse } from "resend";
import { renderEmail } from "@/emails/render-email";
import type { Mailer } from "@/lib/ports/mailer";
import { DomainError } from "@/lib/shared/errors";

interface ResendSettings {
  apiKey: string;
  /** Another server than Resend's: the local stand-in. */
  baseUrl?: string | undefined;
  /** "QuickScale <hello@example.com>" */
  from: string;
}

/** The provider will never accept this mail: trying again is useless. */
class MailRefused extends DomainError {
  constructor(cause: ErrorResponse) {
    super("mail.refused", "invalid", { meta: { reason: cause.name }, cause });
  }
}

/** The provider did not take this mail now. */
class MailUnavailable extends DomainError {
  constructor(cause: ErrorResponse) {
    super("mail.unavailable", "unavailable", { meta: { reason: cause.name }, cause });
  }
}

/**
 * 422 is about the mail itself; limits, keys, unverified senders and outages can be better next time.
 * https://resend.com/docs/api-reference/errors
 */
function toMailError(error: ErrorResponse): DomainError {
  return error.statusCode === 422 ? new MailRefused(error) : new MailUnavailable(error);
}

/** Sends through Resend's own SDK: https://resend.com/docs/dashboard/emails/idempotency-keys */
export function createResendMailer({ apiKey, baseUrl, from }: ResendSettings): Mailer {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    async send({ to, message, idempotencyKey }) {
      const { subject, html, text } = await renderEmail(message);
      const { error } = await resend.emails.send(
        { from, to, subject, html, text },
        { idempotencyKey, signal: AbortSignal.timeout(15_000) },
      );
      // The key was used with other bytes: that mail is out, and a later release words it differently.
      if (error && error.name !== "invalid_idempotent_request") throw toMailError(error);
    },
  };
}
