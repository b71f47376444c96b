import type Stripe from "stripe";

/** The SDK parses decimal amounts into objects; on the wire and in the store they are strings. */
export type WirePrice = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string | null };
export type WireCreditNoteLine = Omit<Stripe.CreditNoteLineItem, "unit_amount_decimal"> & {
  unit_amount_decimal: string | null;
};
export type WireCreditNote = Omit<Stripe.CreditNote, "lines"> & { lines: Stripe.ApiList<WireCreditNoteLine> };
export type WireInvoiceItem = Omit<Stripe.InvoiceItem, "pricing" | "quantity_decimal"> & {
  pricing: WirePricing | null;
  quantity_decimal: string | null;
};
export type WireInvoiceLine = Omit<Stripe.InvoiceLineItem, "pricing" | "quantity_decimal"> & {
  pricing: WirePricing | null;
  quantity_decimal: string | null;
};
export type WirePricing = Omit<Stripe.InvoiceLineItem.Pricing, "unit_amount_decimal"> & {
  unit_amount_decimal: string | null;
};
/** Lines are objects of their own, too; the invoice shows the first ten of them. Its payments appear when expanded. */
export type WireInvoice = Omit<Stripe.Invoice, "lines"> & { lines: Stripe.ApiList<WireInvoiceLine> };
export type WireSubscriptionItem = Omit<Stripe.SubscriptionItem, "price" | "plan"> & {
  price: WirePrice;
  plan: unknown;
};
export type WireSubscription = Omit<Stripe.Subscription, "items"> & {
  items: Stripe.ApiList<WireSubscriptionItem>;
};
export type WireLineItem = Omit<Stripe.LineItem, "price"> & { price: WirePrice | null };

/** The event envelope without the union over every type: the stand-in builds it from data. */
export interface WireEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

/** Every type of object the store keeps, by the value of its `object` property. */
export interface ObjectTypes {
  balance_transaction: Stripe.BalanceTransaction;
  "billing_portal.configuration": Stripe.BillingPortal.Configuration;
  "billing_portal.session": Stripe.BillingPortal.Session;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  coupon: Stripe.Coupon;
  credit_note: WireCreditNote;
  credit_note_line_item: WireCreditNoteLine;
  customer: Stripe.Customer;
  customer_balance_transaction: Stripe.CustomerBalanceTransaction;
  discount: Stripe.Discount;
  dispute: Stripe.Dispute;
  event: WireEvent;
  invoice: WireInvoice;
  invoice_payment: Stripe.InvoicePayment;
  invoiceitem: WireInvoiceItem;
  item: WireLineItem;
  line_item: WireInvoiceLine;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  price: WirePrice;
  product: Stripe.Product;
  promotion_code: Stripe.PromotionCode;
  "radar.early_fraud_warning": Stripe.Radar.EarlyFraudWarning;
  refund: Stripe.Refund;
  setup_attempt: Stripe.SetupAttempt;
  setup_intent: Stripe.SetupIntent;
  subscription: WireSubscription;
  subscription_item: WireSubscriptionItem;
  subscription_schedule: Stripe.SubscriptionSchedule;
  "test_helpers.test_clock": Stripe.TestHelpers.TestClock;
  webhook_endpoint: Stripe.WebhookEndpoint;
}

export type ObjectName = keyof ObjectTypes;

interface ObjectKind {
  /** What ids of this type begin with. */
  prefix: string;
  /** The word Stripe uses in "No such …". */
  label: string;
  /** Properties that lists can be filtered by; each has an index. */
  filters: string[];
}

export const OBJECT_KINDS: Record<ObjectName, ObjectKind> = {
  balance_transaction: {
    prefix: "txn_",
    label: "balance transaction",
    filters: ["source", "type", "currency"],
  },
  "billing_portal.configuration": {
    prefix: "bpc_",
    label: "billing portal configuration",
    filters: ["active", "is_default"],
  },
  "billing_portal.session": { prefix: "bps_", label: "billing portal session", filters: [] },
  charge: { prefix: "ch_", label: "charge", filters: ["customer", "payment_intent", "transfer_group"] },
  "checkout.session": {
    prefix: "cs_test_",
    label: "checkout.session",
    filters: ["customer", "payment_intent", "setup_intent", "status", "subscription"],
  },
  coupon: { prefix: "", label: "coupon", filters: [] },
  credit_note: { prefix: "cn_", label: "credit note", filters: ["customer", "invoice"] },
  credit_note_line_item: { prefix: "cnli_", label: "credit note line item", filters: [] },
  customer: { prefix: "cus_", label: "customer", filters: ["email", "test_clock"] },
  customer_balance_transaction: {
    prefix: "cbtxn_",
    label: "customer balance transaction",
    filters: ["customer", "invoice"],
  },
  discount: { prefix: "di_", label: "discount", filters: ["customer", "subscription"] },
  dispute: { prefix: "du_", label: "dispute", filters: ["charge", "payment_intent"] },
  event: { prefix: "evt_", label: "event", filters: ["type"] },
  invoice: {
    prefix: "in_",
    label: "invoice",
    filters: ["customer", "status", "collection_method", "parent.subscription_details.subscription"],
  },
  invoice_payment: {
    prefix: "inpay_",
    label: "invoice payment",
    filters: ["invoice", "status", "payment.payment_intent", "payment.charge"],
  },
  invoiceitem: { prefix: "ii_", label: "invoiceitem", filters: ["customer", "invoice"] },
  item: { prefix: "li_", label: "line item", filters: [] },
  line_item: { prefix: "il_", label: "invoice line item", filters: ["invoice"] },
  payment_intent: { prefix: "pi_", label: "payment_intent", filters: ["customer"] },
  payment_method: { prefix: "pm_", label: "PaymentMethod", filters: ["customer", "type", "allow_redisplay"] },
  price: {
    prefix: "price_",
    label: "price",
    filters: ["product", "lookup_key", "active", "type", "currency"],
  },
  product: { prefix: "prod_", label: "product", filters: ["active", "shippable", "url"] },
  promotion_code: {
    prefix: "promo_",
    label: "promotion code",
    filters: ["active", "code", "customer", "promotion.coupon"],
  },
  "radar.early_fraud_warning": {
    prefix: "issfr_",
    label: "early fraud warning",
    filters: ["charge", "payment_intent"],
  },
  refund: { prefix: "re_", label: "refund", filters: ["charge", "payment_intent"] },
  setup_attempt: { prefix: "setatt_", label: "setup attempt", filters: ["setup_intent"] },
  setup_intent: { prefix: "seti_", label: "setupintent", filters: ["customer", "payment_method"] },
  subscription: {
    prefix: "sub_",
    label: "subscription",
    filters: ["customer", "status", "collection_method", "test_clock"],
  },
  subscription_item: { prefix: "si_", label: "subscription_item", filters: ["subscription"] },
  subscription_schedule: {
    prefix: "sub_sched_",
    label: "subscription schedule",
    filters: ["customer", "subscription"],
  },
  "test_helpers.test_clock": { prefix: "clock_", label: "test clock", filters: ["status"] },
  webhook_endpoint: { prefix: "we_", label: "webhook endpoint", filters: ["url"] },
};

export const OBJECT_NAMES = Object.keys(OBJECT_KINDS) as ObjectName[];
