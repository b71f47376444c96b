export type DocumentKind = "receipt" | "invoice" | "credit_note";

/** Who sells: the head of every document. */
interface Seller {
  name: string;
  address: readonly string[];
  taxId: string | null;
}

export interface DocumentLine {
  description: string;
  quantity: number;
  /** What the line costs in all; negative where it gives something back. */
  amountMinor: bigint;
  period: DocumentPeriod | null;
}

interface DocumentPeriod {
  startsAt: Date;
  endsAt: Date;
}

/** All that a document shows, as it was when it was issued. Its amounts are in `currency`. */
export interface DocumentContent {
  kind: DocumentKind;
  number: string;
  issuedAt: Date;
  seller: Seller;
  buyer: { name: string | null; email: string };
  currency: string;
  lines: readonly DocumentLine[];
  /** What a coupon took off: negative or 0. Lines, discount and tax add up to the total. */
  discountMinor: bigint;
  /** What Stripe added to the lines: 0 unless it computes taxes. */
  taxMinor: bigint;
  totalMinor: bigint;
  /** The part of the total that a credit balance paid; negative for what was owed from before and paid with it. */
  balanceMinor: bigint;
  /** The money that moved; null where nothing had to. */
  payment: { amountMinor: bigint; at: Date; card: string | null } | null;
  /** Of a credit note: the document that it corrects; null where the payment is older than documents are. */
  corrects: { number: string; issuedAt: Date } | null;
}

export interface IssuedDocument {
  id: string;
  kind: DocumentKind;
  number: string;
  issuedAt: Date;
}

export interface DocumentFile {
  name: string;
  mediaType: "application/pdf";
  /** Draws it. */
  read(): Promise<Uint8Array>;
}
