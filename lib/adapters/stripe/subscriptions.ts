import type Stripe from "stripe";
import { z } from "zod";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";
import { PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import type {
  GatewaySubscription,
  PlanChangeResult,
  SubscriptionGateway,
  ToldSubscription,
} from "@/lib/ports/subscription-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { readRefusal } from "./read-refusal";
import { idOf, minor, requiredIdOf, time } from "./stripe-fields";

type Methods = Pick<
  SubscriptionGateway,
  | "listSubscriptions"
  | "readSubscription"
  | "changePlan"
  | "endAtPeriodEnd"
  | "continueAfterPeriodEnd"
  | "endNow"
  | "extendTrial"
  | "pauseBilling"
  | "resumeBilling"
>;

const priceSchema = z.object({
  id: z.string(),
  unit_amount: minor.nullable(),
  currency: z.string(),
  recurring: z.object({ interval: z.string(), interval_count: z.number() }).nullable(),
});

const phaseSchema = z.object({ start_date: time, items: z.array(z.object({ price: idOf })) });

const scheduleSchema = z.object({
  id: z.string(),
  status: z.string(),
  current_phase: z.object({ start_date: time }).nullable(),
  phases: z.array(phaseSchema),
});

const itemSchema = z.object({
  id: z.string(),
  price: priceSchema,
  quantity: z.number().nullish(),
  current_period_start: time,
  current_period_end: time,
});

const subscriptionSchema = z.object({
  id: z.string(),
  customer: requiredIdOf,
  status: z.enum([
    "incomplete",
    "incomplete_expired",
    "trialing",
    "active",
    "past_due",
    "unpaid",
    "paused",
    "canceled",
  ]),
  currency: z.string(),
  start_date: time,
  trial_end: time.nullable(),
  cancel_at: time.nullable(),
  cancel_at_period_end: z.boolean(),
  cancellation_details: z.object({ feedback: z.string().nullable() }).nullable(),
  ended_at: time.nullable(),
  pause_collection: z.object({ resumes_at: time.nullable() }).nullable(),
  schedule: scheduleSchema.nullable(),
  items: z.object({ data: z.tuple([itemSchema]).rest(itemSchema) }),
});

/** An event names the schedule, and does not show it. */
const shownSchema = subscriptionSchema.omit({ schedule: true });

type Parsed = z.output<typeof subscriptionSchema>;
type Shown = z.output<typeof shownSchema>;

function intervalOf({ recurring }: z.output<typeof priceSchema>): GatewaySubscription["interval"] {
  if (recurring?.interval_count !== 1) return null;
  return recurring.interval === "month" || recurring.interval === "year" ? recurring.interval : null;
}

function scheduleOf({ schedule }: Parsed): GatewaySubscription["schedule"] {
  if (schedule?.status !== "active" || !schedule.current_phase) return null;
  const startedAt = schedule.current_phase.start_date;
  const next = schedule.phases.find(({ start_date }) => start_date > startedAt);
  const stripePriceId = next?.items[0]?.price;
  return {
    stripeScheduleId: schedule.id,
    next: next && stripePriceId ? { stripePriceId, startsAt: next.start_date } : null,
  };
}

/** What it is worth, and until when. */
function worthOf(parsed: Shown) {
  const [item] = parsed.items.data;
  return {
    stripeSubscriptionId: parsed.id,
    status: parsed.status,
    stripePriceId: item.price.id,
    amountMinor: (item.price.unit_amount ?? 0n) * BigInt(item.quantity ?? 1),
    currency: parsed.currency,
    interval: intervalOf(item.price),
    cancelsAt: parsed.cancel_at ?? (parsed.cancel_at_period_end ? item.current_period_end : null),
    paused: parsed.pause_collection !== null,
  };
}

export function toSubscription(answer: Stripe.Subscription): GatewaySubscription {
  const parsed = readAnswer(subscriptionSchema, answer);
  const [item] = parsed.items.data;
  return {
    ...worthOf(parsed),
    stripeCustomerId: parsed.customer,
    stripeItemId: item.id,
    startedAt: parsed.start_date,
    periodStartsAt: item.current_period_start,
    periodEndsAt: item.current_period_end,
    trialEndsAt: parsed.trial_end,
    cancelReason: parsed.cancellation_details?.feedback ?? null,
    endedAt: parsed.ended_at,
    resumesAt: parsed.pause_collection?.resumes_at ?? null,
    schedule: scheduleOf(parsed),
  };
}

function readSubscription({ type, occurredAt, payload }: GatewayEvent): ToldSubscription | null {
  if (!type.startsWith("customer.subscription.")) return null;
  const event = z.object({ data: z.object({ object: shownSchema }) }).safeParse(payload);
  // One of another version of the API, or emptied since: what was read then stays in the history.
  if (!event.success) return null;
  const { object } = event.data.data;
  const worth = worthOf(object);
  return { ...worth, cancelsAt: object.ended_at ? null : worth.cancelsAt, occurredAt };
}

/** Asked to end what has ended, Stripe refuses: there is nothing left to do. */
async function unlessOver(request: Promise<unknown>): Promise<void> {
  try {
    await callStripe(() => request);
  } catch (error) {
    if (!(error instanceof PaymentRequestRefused) || error.kind !== "not_found") throw error;
  }
}

const inSeconds = (instant: Date) => Math.floor(instant.getTime() / 1_000);

/** The bank's answer is an outcome; whatever else went wrong is not. */
async function orRefusal(request: Promise<void>): Promise<PlanChangeResult> {
  try {
    await request;
    return { outcome: "changed" };
  } catch (error) {
    const refusal = readRefusal(error);
    if (!refusal) throw error;
    return refusal;
  }
}

export function subscriptionMethods(stripe: Stripe): Methods {
  const { subscriptions } = stripe;
  const update = (id: string, params: Stripe.SubscriptionUpdateParams, idempotencyKey?: string) =>
    callStripe(async () => {
      await subscriptions.update(id, params, idempotencyKey ? { idempotencyKey } : {});
    });
  return {
    listSubscriptions: (customer) =>
      callStripe(async () => {
        const found = await subscriptions
          .list({ customer, status: "all", limit: 100, expand: ["data.schedule"] })
          .autoPagingToArray({ limit: 1_000 });
        return found.map(toSubscription);
      }),
    readSubscription,
    changePlan: ({ stripeSubscriptionId, stripeItemId, stripePriceId, prorationAt, idempotencyKey }) =>
      orRefusal(
        update(
          stripeSubscriptionId,
          {
            items: [{ id: stripeItemId, price: stripePriceId }],
            proration_behavior: "always_invoice",
            proration_date: inSeconds(prorationAt),
            payment_behavior: "error_if_incomplete",
          },
          idempotencyKey,
        ),
      ),
    endAtPeriodEnd: (id, { reason, comment }) =>
      update(id, {
        cancel_at_period_end: true,
        cancellation_details: { ...(reason ? { feedback: reason } : {}), ...(comment ? { comment } : {}) },
      }),
    // Stripe's portal plans the end of a flexible subscription as a date, which only a date takes back:
    // https://docs.stripe.com/billing/subscriptions/billing-mode/compare
    continueAfterPeriodEnd: (id) =>
      callStripe(async () => {
        const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = await subscriptions.retrieve(id);
        if (atPeriodEnd) await subscriptions.update(id, { cancel_at_period_end: false });
        else if (at !== null) await subscriptions.update(id, { cancel_at: "" });
      }),
    endNow: (id) => unlessOver(subscriptions.cancel(id, { prorate: false, invoice_now: false })),
    extendTrial: (id, endsAt) => update(id, { trial_end: inSeconds(endsAt), proration_behavior: "none" }),
    pauseBilling: (id, resumesAt) =>
      update(id, {
        pause_collection: { behavior: "void", ...(resumesAt ? { resumes_at: inSeconds(resumesAt) } : {}) },
      }),
    resumeBilling: (id) => update(id, { pause_collection: null }),
  };
}
