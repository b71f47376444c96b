import type { EmailMessage } from "@/emails/types";

export interface MailDelivery {
  to: string;
  message: EmailMessage;
  /** The provider sends at most one mail per key within 24 hours, however often the call is repeated. */
  idempotencyKey: string;
}

export interface Mailer {
  /** Resolves when the provider accepted the mail; rejects when it must be tried again. */
  send(delivery: MailDelivery): Promise<void>;
}
