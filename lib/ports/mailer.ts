import type { EmailMessage } from "@/emails/types";

export interface MailDelivery {
  to: string;
  message: EmailMessage;
  /** The provider sends at most one mail per key within 24 hours, however often the call is repeated. */
  idempotencyKey: string;
  attachments?: readonly MailAttachment[];
  /** Of a mail that its reader can switch off: tells their mail program and them how. */
  unsubscribe?: MailUnsubscribe | undefined;
}

export interface MailUnsubscribe {
  /** A POST to it switches the mails off at once: https://www.rfc-editor.org/rfc/rfc8058 */
  oneClickUrl: string;
  /** A page with a button. */
  pageUrl: string;
  settingsUrl: string;
  /** Names the person and the kind of mail, signed. */
  token: string;
}

interface MailAttachment {
  name: string;
  mediaType: string;
  /** Its bytes, made when they are needed. */
  read(): Promise<Uint8Array>;
}

export interface Mailer {
  /**
   * Resolves when the provider accepted the mail, with the id that it gave it, if it told.
   * @throws MailRefused, MailNotTaken; anything else leaves open whether the provider took the mail
   */
  send(delivery: MailDelivery): Promise<{ providerId: string | null }>;
}
