/** A payment method as its owner sees it. */
export interface PaymentMethod {
  id: string;
  /** Stripe's name of its type: card, link, us_bank_account … */
  type: string;
  /** "Visa •••• 4242"; of other types than cards null where Stripe tells no number. */
  card: { label: string; expiry: { month: number; year: number }; wallet: string | null } | null;
  last4: string | null;
  isDefault: boolean;
  isExpired: boolean;
  /** Why it cannot go: a plan that lives has nothing else to be paid with. */
  keptForPlan: boolean;
  /** The one that takes its place as default when it goes; null when its going changes no default. */
  successorId: string | null;
}

export interface PaymentMethodList {
  methods: PaymentMethod[];
  hasLivePlan: boolean;
}

/** What is charged while its owner is away. */
export interface DefaultCard {
  paymentMethodId: string;
  stripeCustomerId: string;
  /** "Visa •••• 4242" */
  label: string;
  isExpired: boolean;
}

/** What became of an invoice that waited for a payment method that works. */
export type OpenInvoicePayment = {
  amountMinor: bigint;
  currency: string;
  /** Stripe's page of the invoice, where it can be paid by hand. */
  hostedUrl: string | null;
} & (
  | { outcome: "paid" }
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  | { outcome: "needs_authentication" }
  /** Stripe did not answer: it tries again by itself. */
  | { outcome: "unknown" }
);

export interface NewDefault {
  id: string;
  /** Null when no invoice was open. */
  payment: OpenInvoicePayment | null;
}
