/** What a payment provider keeps for later payments, in our words. */
export interface PaymentMethodGateway {
  /**
   * The customer's payment methods, newest first, and which of them is charged when nobody chooses: that of the
   * subscription, if it has one of its own, else the customer's.
   * @throws PaymentObjectMissing when the customer was deleted there
   */
  listPaymentMethods(owner: MethodOwner): Promise<SavedPaymentMethods>;
  /** From now on this one is charged, the subscription's renewals included. */
  setDefaultPaymentMethod(chosen: MethodOwner & { paymentMethodId: string }): Promise<void>;
  /** For good. @throws PaymentKeyReused when the key was used to remove another one */
  removePaymentMethod(removal: { paymentMethodId: string; idempotencyKey: string }): Promise<void>;

  /** Opens the adding of a payment method on our own page. */
  createSetup(setup: { stripeCustomerId: string; idempotencyKey: string }): Promise<{ clientSecret: string }>;
  getSetup(setupIntentId: string): Promise<FinishedSetup>;
  /** Opens the adding of a payment method on a page of the provider's. */
  createSetupPage(page: NewSetupPage): Promise<{ url: string }>;
  getSetupPage(sessionId: string): Promise<FinishedSetup>;
  /** The provider's own pages for everything that concerns a customer's billing. */
  createPortal(portal: { stripeCustomerId: string; returnUrl: string }): Promise<{ url: string }>;

  /** Charges an open invoice at once. A refusal is an outcome. */
  payInvoice(payment: {
    stripeInvoiceId: string;
    paymentMethodId: string;
    idempotencyKey: string;
  }): Promise<InvoicePayment>;
}

export interface MethodOwner {
  stripeCustomerId: string;
  stripeSubscriptionId: string | null;
}

export interface SavedPaymentMethods {
  methods: GatewayPaymentMethod[];
  defaultId: string | null;
}

export interface GatewayPaymentMethod {
  paymentMethodId: string;
  /** card, link, us_bank_account … */
  type: string;
  brand: string | null;
  last4: string | null;
  expiry: CardExpiry | null;
  /** apple_pay, google_pay … where the card came out of one. */
  wallet: string | null;
  createdAt: Date;
}

/** The card works to the end of this month. */
export interface CardExpiry {
  /** 1 is January. */
  month: number;
  year: number;
}

interface NewSetupPage {
  stripeCustomerId: string;
  currency: string;
  /** Holds `{CHECKOUT_SESSION_ID}`, which the provider replaces. */
  successUrl: string;
  cancelUrl: string;
}

export interface FinishedSetup {
  stripeCustomerId: string | null;
  /** Null while the setup is not finished. */
  paymentMethodId: string | null;
}

type InvoicePayment =
  | { outcome: "paid" }
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  /** The card's owner has to confirm it at their bank. */
  | { outcome: "needs_authentication" }
  /** Paid or void meanwhile: nothing was charged. */
  | { outcome: "not_open" };
