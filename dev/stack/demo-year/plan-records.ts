import { z } from "zod";
import type { ImportBody } from "@/dev/stripe/engine/import/import-records";
import { addMonths } from "@/lib/shared/add-months";
import type { Seeded } from "./read-seeded";

type Records<Kind extends keyof ImportBody> = NonNullable<ImportBody[Kind]>;
type Plan = Seeded["subscriptions"][number];
type PriceOf = (stripePriceId: string) => string;

export const inSeconds = (date: Date) => Math.floor(date.getTime() / 1_000);

const linesSchema = z.array(
  z.object({
    lineId: z.string(),
    description: z.string(),
    amountMinor: z.coerce.number(),
    quantity: z.number(),
    stripePriceId: z.string(),
    proration: z.boolean(),
    period: z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() }),
  }),
);

const feedback = z
  .enum(["too_expensive", "unused", "missing_features", "switched_service", "other"])
  .nullable()
  .catch(null);

/** From where its periods are counted: its beginning, or when it last changed between months and years. */
function anchorOf({ startedAt, changes }: Plan): Date {
  const turned = changes.filter(
    ({ interval }, index) => index > 0 && interval !== changes[index - 1]?.interval,
  );
  return turned.at(-1)?.occurredAt ?? startedAt;
}

/** One whose period has only just begun is not billed yet: Stripe lets it begin, and bills it. */
function periodOf({ periodStartsAt, periodEndsAt, interval, status }: Plan, bills: Seeded["invoices"]) {
  const isBilled = bills.some(({ issuedAt }) => issuedAt >= periodStartsAt);
  if (isBilled || status === "canceled") return { startsAt: periodStartsAt, endsAt: periodEndsAt };
  return { startsAt: addMonths(periodStartsAt, interval === "year" ? -12 : -1), endsAt: periodStartsAt };
}

function toSubscription(plan: Plan, { customer, bills, priceOf }: Around) {
  const mine = bills.filter(({ subscriptionId }) => subscriptionId === plan.id);
  const period = periodOf(plan, mine);
  const { status, stripeScheduleId: schedule, nextStripePriceId: price } = plan;
  return {
    ...{ id: plan.stripeSubscriptionId, item: plan.stripeItemId, customer },
    ...{ price: priceOf(plan.stripePriceId), created: inSeconds(plan.startedAt) },
    billing_cycle_anchor: inSeconds(anchorOf(plan)),
    ...{ period_start: inSeconds(period.startsAt), period_end: inSeconds(period.endsAt) },
    status: status === "past_due" || status === "canceled" ? status : ("active" as const),
    cancel_at_period_end: plan.cancelsAt !== null,
    ended_at: plan.endedAt && inSeconds(plan.endedAt),
    ...{ feedback: feedback.parse(plan.cancelReason), latest_invoice: mine.at(-1)?.stripeInvoiceId ?? null },
    next: schedule && price ? { schedule, price: priceOf(price) } : null,
  };
}

const reasons = z.enum(["subscription_create", "subscription_cycle", "subscription_update"]);

function toInvoice(bill: Seeded["invoices"][number], { plans, priceOf }: Around): Records<"invoices"> {
  const subscription = plans.find(({ id }) => id === bill.subscriptionId)?.stripeSubscriptionId;
  if (!subscription) return [];
  const lines = linesSchema.parse(bill.lines).map(({ lineId: id, amountMinor: amount, period, ...line }) => ({
    ...{ id, amount, description: line.description, quantity: line.quantity, proration: line.proration },
    ...{ period_start: inSeconds(period.startsAt), period_end: inSeconds(period.endsAt) },
    price: priceOf(line.stripePriceId),
  }));
  return [
    {
      ...{ id: bill.stripeInvoiceId, number: bill.stripeNumber ?? bill.stripeInvoiceId, subscription, lines },
      ...{ created: inSeconds(bill.issuedAt), billing_reason: reasons.parse(bill.reason) },
      ...{ paid_at: bill.paidAt && inSeconds(bill.paidAt), attempt_count: bill.attemptCount },
      next_payment_attempt: bill.nextAttemptAt && inSeconds(bill.nextAttemptAt),
    },
  ];
}

interface Around {
  customer: string;
  plans: Seeded["subscriptions"];
  bills: Seeded["invoices"];
  priceOf: PriceOf;
}

/** Somebody's plans and what was billed for them. */
export function planRecords(
  { subscriptions: plans, invoices: bills }: Seeded,
  customer: string,
  priceOf: PriceOf,
): Pick<ImportBody, "subscriptions" | "invoices"> {
  const around = { customer, plans, bills, priceOf };
  return {
    subscriptions: plans.map((plan) => toSubscription(plan, around)),
    invoices: bills.flatMap((bill) => toInvoice(bill, around)),
  };
}
