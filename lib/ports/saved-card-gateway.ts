/** Charging a card that its owner left with the provider, while they are away. */
export interface SavedCardGateway {
  /**
   * Asks for the money at once. What the bank says is no error here: the payment tells it. Repeated with the same
   * `idempotencyKey` and the same content: the same payment.
   * @throws PaymentRequestRefused when no payment came to be
   */
  chargeSavedCard(charge: SavedCardCharge): Promise<{ paymentIntentId: string }>;
  /** The payment that `chargeSavedCard` made for a checkout of ours; null when it made none. */
  findPaymentOfCheckout(made: {
    checkoutId: string;
    stripeCustomerId: string;
    /** When the checkout was written. */
    since: Date;
  }): Promise<{ paymentIntentId: string } | null>;
}

interface SavedCardCharge {
  idempotencyKey: string;
  checkoutId: string;
  userId: string;
  stripeCustomerId: string;
  paymentMethodId: string;
  amountMinor: bigint;
  currency: string;
  creditsMilli: bigint;
  /** What the owner of the card reads beside it. */
  description: string;
}
