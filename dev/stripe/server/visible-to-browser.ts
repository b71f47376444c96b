import { isRecord } from "../contract/contract-validator";

const BOTH = [
  "id",
  "object",
  "automatic_payment_methods",
  "cancellation_reason",
  "client_secret",
  "created",
  "description",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_types",
  "status",
];

/** What Stripe.js gets of an intent: nothing of the customer, and no metadata. */
const VISIBLE: Record<string, Set<string>> = {
  setup_intent: new Set([...BOTH, "last_setup_error", "usage"]),
  payment_intent: new Set([
    ...BOTH,
    "amount",
    "canceled_at",
    "capture_method",
    "confirmation_method",
    "currency",
    "last_payment_error",
    "receipt_email",
    "setup_future_usage",
    "shipping",
  ]),
};

/** Takes out of an answer what a publishable key is not shown, in errors that carry an intent as well. */
export function visibleToBrowser(body: string): string {
  const answer: unknown = JSON.parse(body || "null");
  return isRecord(answer) ? JSON.stringify(reduce(answer)) : body;
}

function reduce(object: Record<string, unknown>): Record<string, unknown> {
  const visible = VISIBLE[String(object.object)];
  const entries = Object.entries(object).filter(([key]) => visible?.has(key) ?? true);
  return Object.fromEntries(
    entries.map(([key, value]): [string, unknown] => [
      key,
      isRecord(value) && ["error", "setup_intent", "payment_intent"].includes(key) ? reduce(value) : value,
    ]),
  );
}
