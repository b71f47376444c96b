import type { FoundPayment } from "./reconciliation-gateway";

/** What support looks up in a payment provider by hand. Changes nothing. */
export interface TransactionGateway {
  /** Charges, newest first: at most `limit`, and whether there are more. */
  searchCharges(what: ChargeSearch): Promise<{ charges: FoundCharge[]; more: boolean }>;
  /** Customers whose address holds these letters; at most ten. */
  searchCustomers(emailPart: string): Promise<FoundCustomer[]>;
  findCustomer(stripeCustomerId: string): Promise<FoundCustomer | null>;
  /** Any object by its id, as what it is about; null where the provider does not know it. */
  findObject(id: string): Promise<FoundObject | null>;
}

export interface ChargeSearch {
  stripeCustomerId?: string;
  amount?: { amountMinor: bigint; currency: string };
  status?: "succeeded" | "failed" | "pending";
  disputed?: boolean;
  refunded?: boolean;
  since?: Date;
  until?: Date;
  limit: number;
}

export interface FoundCharge {
  payment: FoundPayment;
  /** Of its receipt or its payer, as the provider has it. */
  email: string | null;
}

export interface FoundCustomer {
  stripeCustomerId: string;
  email: string | null;
  /** As we wrote it when we made the customer. */
  userId: string | null;
  deleted: boolean;
}

export interface FoundObject {
  /** The provider's name of its kind, such as `charge`. */
  kind: string;
  id: string;
  createdAt: Date | null;
  stripeCustomerId: string | null;
  /** The payment that it is or is about. */
  paymentIntentId: string | null;
  stripeInvoiceId: string | null;
  stripeSubscriptionId: string | null;
  status: string | null;
  amount: { amountMinor: bigint; currency: string } | null;
  email: string | null;
}
