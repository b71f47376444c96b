import type Stripe from "stripe";
import { type WirePrice, type WireSubscription } from "../../store/object-types";

/** One line as those who bill think of it; composing turns it into an invoice line. */
export interface LineDraft {
  /** In the smallest unit; negative gives money back (the unused time of a plan that was left). Before discounts. */
  amount: number;
  currency: string;
  description: string;
  period: { start: number; end: number };
  price: WirePrice | null;
  quantity: number | null;
  proration: boolean;
  /** What a negative proration gives back: the lines that were paid for it. */
  creditedLines?: { invoice: string; lines: string[] };
  /** The item of a subscription it bills. */
  subscriptionItem?: string;
  /** The pending invoice item it came from; composing marks that one as invoiced. */
  invoiceItem?: string;
  discountable: boolean;
  metadata?: Record<string, string>;
}

/** All that decides an invoice. The same draft gives a preview and the invoice itself, so they cannot differ. */
export interface InvoiceDraft {
  customer: Stripe.Customer;
  billingReason: Stripe.Invoice.BillingReason;
  currency: string;
  /** null: an invoice of nothing but pending or given items. */
  subscription: WireSubscription | null;
  lines: LineDraft[];
  /** Of the whole invoice; for a subscription the period that just ended, or began with the first invoice. */
  period: { start: number; end: number };
  /** Ids of discount objects, those of the subscription or else of the customer. */
  discounts: string[];
  collectionMethod: Stripe.Invoice.CollectionMethod;
  daysUntilDue: number | null;
  defaultPaymentMethod: string | null;
  /** Whether time alone finalizes and collects it. */
  autoAdvance: boolean;
  description: string | null;
  metadata: Record<string, string>;
}

/** What an invoice knows and does not show. */
export interface HiddenInvoice {
  daysUntilDue: number | null;
  /** The id of the payment it waits for. */
  defaultPayment: string | null;
}
