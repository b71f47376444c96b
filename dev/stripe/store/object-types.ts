import type Stripe from "stripe";

/** The SDK parses decimal amounts into objects; on the wire and in the store they are strings. */
export type WirePrice = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string | null };
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
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  event: WireEvent;
  item: WireLineItem;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  price: WirePrice;
  product: Stripe.Product;
  refund: Stripe.Refund;
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
  charge: { prefix: "ch_", label: "charge", filters: ["customer", "payment_intent", "transfer_group"] },
  "checkout.session": {
    prefix: "cs_test_",
    label: "checkout.session",
    filters: ["customer", "payment_intent", "status"],
  },
  customer: { prefix: "cus_", label: "customer", filters: ["email"] },
  event: { prefix: "evt_", label: "event", filters: ["type"] },
  item: { prefix: "li_", label: "line item", filters: [] },
  payment_intent: { prefix: "pi_", label: "payment_intent", filters: ["customer"] },
  payment_method: { prefix: "pm_", label: "PaymentMethod", filters: ["customer", "type", "allow_redisplay"] },
  price: {
    prefix: "price_",
    label: "price",
    filters: ["product", "lookup_key", "active", "type", "currency"],
  },
  product: { prefix: "prod_", label: "product", filters: ["active", "shippable", "url"] },
  refund: { prefix: "re_", label: "refund", filters: ["charge", "payment_intent"] },
  webhook_endpoint: { prefix: "we_", label: "webhook endpoint", filters: ["url"] },
};

export const OBJECT_NAMES = Object.keys(OBJECT_KINDS) as ObjectName[];
