import type { AuditLine } from "@/lib/audit/types";
import type { Entry } from "@/lib/credits/types";
import type { IssuedDocument } from "@/lib/documents";
import type { BoughtLot, PaymentRow, SentMail, TouchingEvent } from "./payment-queries";

/** Everything that is here about a payment. */
export interface Investigation {
  payment: PaymentRow;
  lots: BoughtLot[];
  /** What it did to the balance, newest first. */
  entries: Entry[];
  documents: IssuedDocument[];
  mails: SentMail[];
  /** The webhooks about it and what belongs to it, newest first. */
  events: TouchingEvent[];
  /** What admins did about it or looked at, newest first. */
  acts: AuditLine[];
}
