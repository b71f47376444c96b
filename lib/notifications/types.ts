import type { EmailMessage, EmailProps, EmailTemplate } from "@/emails/types";
import type { NewNotice } from "@/lib/inbox/types";

export interface QueuedEmail {
  /** Names the business event, for example `receipt:{paymentId}`. The same key is mailed once, for ever. */
  key: string;
  to: string;
  /** Whose account it is about; absent when nobody's. */
  userId?: string;
  message: EmailMessage;
  /** Its PDF goes with the mail. */
  documentId?: string | null;
  /** False where another mail tells the same person the same thing, and it would stand twice in the app. */
  inApp?: boolean;
}

export type NoticeWords = Required<Pick<NewNotice, "title" | "body" | "href">>;

/** What each of these mails says inside the app; null where it is told by mail alone. */
export type MailNotices<T extends EmailTemplate> = {
  [Name in T]: ((props: EmailProps[Name]) => NoticeWords) | null;
};
