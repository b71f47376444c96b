/** What is sold, in its own words: the oracle believes no code of the app's. */
export const packCredits: Readonly<Record<string, bigint>> = {
  pack_100: 100_000n,
  pack_500: 500_000n,
  pack_1000: 1_000_000n,
};

export interface Plan {
  perMonth: bigint;
  yearly: boolean;
}

export const plans: Readonly<Record<string, Plan>> = {
  plan_basic_month: { perMonth: 1_000_000n, yearly: false },
  plan_basic_year: { perMonth: 1_000_000n, yearly: true },
  plan_pro_month: { perMonth: 2_500_000n, yearly: false },
  plan_pro_year: { perMonth: 2_500_000n, yearly: true },
};

/** Event types that the rules of money say are handled, and those of schedules, which this suite added. */
export const handledTypes: ReadonlySet<string> = new Set([
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "customer.updated",
  "customer.deleted",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.payment_action_required",
  "invoice.finalization_failed",
  "invoice.voided",
  "invoice.marked_uncollectible",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "charge.dispute.closed",
  "radar.early_fraud_warning.created",
  "subscription_schedule.created",
  "subscription_schedule.updated",
  "subscription_schedule.released",
]);
