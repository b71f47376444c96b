import type { EmailMessage } from "@/emails/types";

export interface QueuedEmail {
  /** Names the business event, for example `receipt:{paymentId}`. The same key is mailed once, for ever. */
  key: string;
  to: string;
  /** Whose account it is about; absent when nobody's. */
  userId?: string;
  message: EmailMessage;
  /** Its PDF goes with the mail. */
  documentId?: string | null;
}
