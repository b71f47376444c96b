import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { unset } from "../field-values";
import { withPeriods, currentPeriod } from "./item-periods";

type Details = NonNullable<WireSubscription["cancellation_details"]>;

export type CancellationParams = Pick<
  Stripe.SubscriptionUpdateParams,
  "cancel_at" | "cancel_at_period_end" | "cancellation_details"
>;

/** When it is to end, as the caller says. */
export interface Cancellation {
  /** A timestamp, the end of the period, or never; undefined: as before. */
  at: number | "period_end" | null | undefined;
}

export const NO_DETAILS: Details = { comment: null, feedback: null, feedback_option: null, reason: null };

/**
 * An end at the period's end is taken back by the parameter that set it: a date stays until a date takes it back.
 * @param before null for a subscription that is being made
 */
export function readCancellation(
  engine: Engine,
  params: CancellationParams,
  before: WireSubscription | null,
): Cancellation {
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = params;
  if (at !== undefined && at !== "" && atPeriodEnd !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: cancel_at, cancel_at_period_end.", {
      code: "parameters_exclusive",
    });
  }
  if (atPeriodEnd) return { at: "period_end" };
  if (atPeriodEnd === false) return { at: before?.cancel_at_period_end === false ? undefined : null };
  if (at === undefined) return { at: undefined };
  if (at === "") return { at: null };
  // Resolved at once, of the items as they are: https://docs.stripe.com/changelog/basil/2025-05-28/cancel-at-enums
  if (before && (at === "min_period_end" || at === "max_period_end"))
    return { at: currentPeriod(before).end };
  if (typeof at !== "number") throw notImplemented(`cancel_at ${at}`);
  if (at > engine.now) return { at };
  throw invalidRequest("Invalid timestamp: must be an integer Unix timestamp in the future.", {
    param: "cancel_at",
  });
}

/** What planning a change needs to know: where a given end would cut a period short. */
export function plannedCancelAt(before: WireSubscription, { at }: Cancellation): number | null {
  if (at === "period_end") return null;
  if (at !== undefined) return at;
  return before.cancel_at_period_end ? null : before.cancel_at;
}

/** Writes the ending down: at the end of the period that it is in by then, at its time, or nowhere. */
export function withCancellation(
  engine: Engine,
  { before, next }: { before: WireSubscription; next: WireSubscription },
  cancellation: Cancellation,
): WireSubscription {
  const atPeriodEnd =
    cancellation.at === "period_end" || (cancellation.at === undefined && before.cancel_at_period_end);
  const cancelAt = atPeriodEnd ? currentPeriod(next).end : next.cancel_at;
  if (cancellation.at === undefined)
    return { ...next, cancel_at: cancelAt, cancel_at_period_end: atPeriodEnd };
  const details = next.cancellation_details ?? NO_DETAILS;
  return {
    ...next,
    cancel_at: cancelAt,
    cancel_at_period_end: atPeriodEnd,
    canceled_at: cancelAt === null ? null : engine.now,
    cancellation_details: { ...details, reason: cancelAt === null ? null : "cancellation_requested" },
  };
}

/** A new subscription that is to end: its first period may be the last. */
export function cancellationOfNew(
  engine: Engine,
  subscription: WireSubscription,
  cancellation: Cancellation,
): WireSubscription {
  const cancelAt = typeof cancellation.at === "number" ? cancellation.at : null;
  const started = withPeriods({ ...subscription, cancel_at: cancelAt }, engine.now);
  return withCancellation(engine, { before: subscription, next: started }, cancellation);
}

export function mergedDetails(
  current: Details | null,
  params: CancellationParams["cancellation_details"],
): Details {
  const details = current ?? NO_DETAILS;
  if (!params) return details;
  return {
    ...details,
    ...(params.comment === undefined ? {} : { comment: unset(params.comment) }),
    ...(params.feedback === undefined ? {} : { feedback: unset(params.feedback) }),
  };
}
