import type { GatewayDispute } from "./dispute-gateway";
import type { GatewayPayment } from "./gateway-payment";
import type { GatewayRefund } from "./refund-gateway";
import type { GatewayInvoice, GatewaySubscription } from "./subscription-gateway";

/** Reads all that a payment provider has of a kind, page by page, to be compared with ours. Changes nothing. */
export interface ReconciliationGateway {
  /** What was charged in the range, once for each charge with that charge as its only attempt. */
  listPayments(range: ReadingRange): AsyncIterable<FoundPayment>;
  /** Invoices made in the range that are no drafts. */
  listInvoices(range: ReadingRange): AsyncIterable<FoundInvoice>;
  listRefunds(range: ReadingRange): AsyncIterable<FoundRefund>;
  listDisputes(range: ReadingRange): AsyncIterable<FoundDispute>;
  /** Subscriptions made in the range; only those that have not ended unless `ended` asks for all. */
  listSubscriptionsMade(range: ReadingRange & { ended: boolean }): AsyncIterable<GatewaySubscription>;

  /** One object by its id with all its attempts; null where the provider does not know it. */
  lookUpPayment(paymentIntentId: string): Promise<FoundPayment | null>;
  lookUpInvoice(stripeInvoiceId: string): Promise<FoundInvoice | null>;
  lookUpRefund(stripeRefundId: string): Promise<FoundRefund | null>;
  lookUpDispute(stripeDisputeId: string): Promise<FoundDispute | null>;
  lookUpSubscription(stripeSubscriptionId: string): Promise<GatewaySubscription | null>;
  /** Whose customer it is, by what we wrote on it when we made it; null where it is deleted or unknown. */
  lookUpCustomer(stripeCustomerId: string): Promise<{ userId: string | null } | null>;
}

/** From `since`, included, to `until`, excluded: whole seconds. Of one customer alone if named. */
export interface ReadingRange {
  since: Date;
  until: Date;
  stripeCustomerId?: string | undefined;
}

export interface FoundPayment extends GatewayPayment {
  /** The provider's own sum; null where no attempt that succeeded was read. */
  refundedMinor: bigint | null;
  /** Known where it was looked up by itself. */
  refundIds?: string[];
}

export type FoundInvoice = Omit<GatewayInvoice, "paymentIntentIds">;

/** Refunds and disputes name no customer: it is their payment's. */
export type FoundRefund = GatewayRefund & { stripeCustomerId: string | null };
export type FoundDispute = GatewayDispute & { stripeCustomerId: string | null };
