/** What a payment is for, as our own rows know it. */
export interface PaymentSubject {
  userId: string;
  checkoutId: string | null;
  invoiceId?: string;
  kind: "purchase" | "subscription";
  description: string;
  creditsMilli: bigint;
}

export interface SavedPayment {
  paymentId: string;
  /** Its credits were granted by an earlier transaction. */
  credited: boolean;
}
