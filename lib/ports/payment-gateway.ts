import type { GatewayEvent } from "./gateway-event";
import type { GatewayPayment, UnchargedAttempt } from "./gateway-payment";
import type { DisputeGateway } from "./dispute-gateway";
import type { PaymentMethodGateway } from "./payment-method-gateway";
import type { ReconciliationGateway } from "./reconciliation-gateway";
import type { RefundGateway } from "./refund-gateway";
import type { SavedCardGateway } from "./saved-card-gateway";
import type { SubscriptionGateway } from "./subscription-gateway";
import type { TransactionGateway } from "./transaction-gateway";

export type { GatewayEvent } from "./gateway-event";
export type {
  GatewayPaymentStatus,
  GatewayPayment,
  GatewayAttempt,
  UnchargedAttempt,
  PaymentFailure,
} from "./gateway-payment";

/** A payment provider in our words. Every method rejects with a PaymentGatewayError, never with a vendor's. */
export interface PaymentGateway
  extends
    SubscriptionGateway,
    PaymentMethodGateway,
    SavedCardGateway,
    RefundGateway,
    DisputeGateway,
    ReconciliationGateway,
    TransactionGateway {
  createCustomer(customer: NewCustomer): Promise<{ stripeCustomerId: string }>;
  /** @throws PaymentObjectMissing when it was deleted there */
  updateCustomer(customer: { stripeCustomerId: string; email: string }): Promise<void>;
  /** False when it was deleted there. */
  hasCustomer(stripeCustomerId: string): Promise<boolean>;

  /** Repeated with the same `checkoutId` and the same content: the same session. */
  createCheckout(checkout: NewCheckout): Promise<CheckoutSession>;
  getCheckout(sessionId: string): Promise<CheckoutSession>;
  expireCheckout(sessionId: string): Promise<void>;
  /** The session that produced this payment, if a session did. */
  findCheckoutOfPayment(paymentIntentId: string): Promise<CheckoutSession | null>;

  getPayment(paymentIntentId: string): Promise<GatewayPayment>;
  /** The failure that a payment event reports when no charge came to be (a refused authentication): only the
   * event knows of it. Null for every other event. */
  uncharged(event: GatewayEvent): UnchargedAttempt | null;

  /** @throws WebhookRejected unless one of our secrets signed exactly this body within the last five minutes */
  verifyWebhook(rawBody: string, signature: string | null): GatewayEvent;
  /** Newest first. */
  listEvents(filter: { since: Date; types: readonly string[] }): AsyncIterable<GatewayEvent>;

  readCatalog(): Promise<{ products: GatewayProduct[]; prices: GatewayPrice[] }>;
  createProduct(product: NewProduct): Promise<void>;
  updateProduct(product: NewProduct): Promise<void>;
  /** Takes the lookup key over from the price that has it. */
  createPrice(price: NewPrice): Promise<void>;
}

interface NewCustomer {
  idempotencyKey: string;
  userId: string;
  email: string;
}

export interface NewCheckout {
  /** A plan's payment begins a subscription. */
  kind: "pack" | "plan";
  /** Days before a plan's first payment. */
  trialDays: number;
  checkoutId: string;
  userId: string;
  stripeCustomerId: string;
  stripePriceId: string;
  creditsMilli: bigint;
  /** Holds `{CHECKOUT_SESSION_ID}`, which the provider replaces. */
  successUrl: string;
  cancelUrl: string;
}

export interface CheckoutSession {
  sessionId: string;
  status: "open" | "complete" | "expired";
  paymentStatus: "paid" | "unpaid" | "no_payment_required";
  /** Where the customer pays; null once the session is over. */
  url: string | null;
  /** Our row's id and the credits agreed, as written by us at creation; null in sessions that are not ours. */
  checkoutId: string | null;
  creditsMilli: bigint | null;
  stripeCustomerId: string | null;
  /** After promotion codes. */
  amountTotalMinor: bigint | null;
  /** What promotion codes took off. */
  discountMinor: bigint;
  currency: string | null;
  items: { stripePriceId: string | null; quantity: number }[];
  paymentIntentId: string | null;
  /** Of a plan that was paid for: what began, and its first invoice. */
  stripeSubscriptionId: string | null;
  stripeInvoiceId: string | null;
}

export interface NewProduct {
  productId: string;
  name: string;
  description: string;
  metadata: Record<string, string>;
}

export interface GatewayProduct extends NewProduct {
  active: boolean;
}

export interface NewPrice {
  productId: string;
  lookupKey: string;
  amountMinor: bigint;
  currency: string;
  interval: "month" | "year" | null;
}

/** An active price. */
export interface GatewayPrice {
  stripePriceId: string;
  productId: string;
  lookupKey: string | null;
  /** Null where the amount is not one number (tiers, or chosen by the customer). */
  amountMinor: bigint | null;
  currency: string;
  /** `other`: billed in a rhythm that we don't sell. */
  interval: "month" | "year" | "other" | null;
}
