import type Stripe from "stripe";
import { idOf, type Facts } from "./facts";
import type { ImpliedPayment } from "./implied";
import type { Ours, SubscriptionRow } from "./ours";
import { subscriptionOf } from "./plan-lots";
import { handledTypes } from "./sold";

type Say = (line: string) => void;

const seconds = (date: Date | null) => (date ? Math.round(date.getTime() / 1_000) : null);

export function comparePayments(
  ours: Ours,
  facts: Facts,
  { implied, say }: { implied: readonly ImpliedPayment[]; say: Say },
): void {
  for (const payment of implied) {
    const row = ours.payments.find(({ intentId }) => intentId === payment.intentId);
    if (!row) say(`payment ${payment.intentId} of ${payment.amountMinor} is not recorded`);
    else {
      if (row.status !== "succeeded") say(`payment ${payment.intentId} succeeded, we say ${row.status}`);
      if (row.amount !== payment.amountMinor)
        say(`payment ${payment.intentId} is ${payment.amountMinor}, we say ${row.amount}`);
      if (row.refunded !== payment.refundedMinor)
        say(`payment ${payment.intentId}: refunded ${payment.refundedMinor}, we say ${row.refunded}`);
    }
  }
  for (const row of ours.payments) {
    const intent = facts.intents.find(({ id }) => id === row.intentId);
    if (!intent) say(`payment ${row.intentId} is ours, and Stripe has none`);
    else if ((row.status === "succeeded") !== (intent.status === "succeeded"))
      say(`payment ${row.intentId}: Stripe says ${intent.status}, we say ${row.status}`);
  }
  const known = new Set(ours.payments.map(({ intentId }) => intentId));
  for (const charge of facts.charges.filter(({ status }) => status === "failed")) {
    const id = idOf(charge.payment_intent);
    if (id && !known.has(id) && isNamed(facts, id)) say(`the failed payment ${id} is not recorded`);
  }
}

/** A refused card on a plan's page leaves a payment that belongs to nothing: no purchase, no invoice. */
function isNamed({ intents, invoices }: Facts, intentId: string): boolean {
  const intent = intents.find(({ id }) => id === intentId);
  return (
    intent?.metadata.checkout_id !== undefined ||
    invoices.some(({ intentIds }) => intentIds.includes(intentId))
  );
}

export function compareRefunds(ours: Ours, facts: Facts, say: Say): void {
  for (const refund of facts.refunds) {
    const rows = ours.refunds.filter(({ stripeId }) => stripeId === refund.id);
    const [row] = rows;
    if (!row || rows.length > 1) say(`refund ${refund.id} is recorded ${rows.length} times`);
    else if (row.status !== refund.status || row.amount !== BigInt(refund.amount))
      say(
        `refund ${refund.id}: ${refund.status ?? "?"} ${refund.amount}, we say ${row.status} ${row.amount}`,
      );
    const asked = refund.metadata?.refund_id;
    if (asked && row && row.id !== asked)
      say(`refund ${refund.id} was asked for as ${asked}, and is ${row.id}`);
  }
  const asked = facts.refunds.flatMap(({ metadata }) => metadata?.refund_id ?? []);
  for (const id of asked.filter((one, index) => asked.indexOf(one) !== index))
    say(`refund ${id} was made twice`);
  for (const row of ours.refunds) {
    if (row.stripeId ? !facts.refunds.some(({ id }) => id === row.stripeId) : row.status !== "failed")
      say(`refund ${row.id} is ours as ${row.status}, and Stripe has none`);
  }
}

export function compareDisputes(ours: Ours, facts: Facts, say: Say): void {
  for (const { id, status, amount } of facts.disputes) {
    const row = ours.disputes.find(({ stripeId }) => stripeId === id);
    if (row?.status !== status || row.amount !== BigInt(amount))
      say(`dispute ${id}: ${status} ${amount}, we say ${row?.status ?? "nothing"} ${row?.amount ?? ""}`);
  }
}

function nextOf({ schedule }: Stripe.Subscription): { price: string | null; at: number } | null {
  if (typeof schedule === "string" || schedule?.status !== "active") return null;
  const from = schedule.current_phase?.start_date ?? 0;
  const next = schedule.phases.find(({ start_date }) => start_date > from);
  return next ? { price: idOf(next.items[0]?.price), at: next.start_date } : null;
}

function compareSubscription(subscription: Stripe.Subscription, row: SubscriptionRow, say: Say): void {
  const [item] = subscription.items.data;
  const ended = subscription.ended_at !== null;
  const end = item?.current_period_end ?? null;
  const planned = subscription.cancel_at ?? (subscription.cancel_at_period_end ? end : null);
  const next = nextOf(subscription);
  const pairs: [string, unknown, unknown][] = [
    ["status", subscription.status, row.status],
    ["price", idOf(item?.price), row.priceId],
    ["period end", end, seconds(row.periodEndsAt)],
    ["planned end", ended ? null : planned, seconds(row.cancelsAt)],
    ["end", subscription.ended_at, seconds(row.endedAt)],
    ["paused", subscription.pause_collection !== null, row.paused],
    ["next plan", next?.price ?? null, row.nextPriceId],
    ["next plan's beginning", next?.at ?? null, seconds(row.nextStartsAt)],
  ];
  for (const [what, theirs, own] of pairs) {
    if (theirs !== own)
      say(`subscription ${subscription.id} ${what}: Stripe says ${String(theirs)}, we say ${String(own)}`);
  }
}

export function compareSubscriptions(ours: Ours, facts: Facts, say: Say): void {
  for (const subscription of facts.subscriptions) {
    const row = ours.subscriptions.find(({ stripeId }) => stripeId === subscription.id);
    if (row) compareSubscription(subscription, row, say);
    else say(`subscription ${subscription.id} (${subscription.status}) is not recorded`);
  }
}

export function compareEvents(ours: Ours, facts: Facts, say: Say): void {
  for (const { id, type, status, error } of ours.events) {
    if (status !== "processed" && status !== "ignored")
      say(`event ${id} ${type} is ${status}: ${error ?? ""}`);
  }
  const known = new Set(ours.events.map(({ id }) => id));
  for (const { id, type } of facts.events) {
    if (handledTypes.has(type) && !known.has(id)) say(`event ${id} ${type} never arrived`);
  }
}

/** In seconds; a change to another interval begins with its confirmation. */
const previewLives = 660;

/** A change that nobody answered for stays pending for ever if it never happened; if it did, it must be known. */
export function comparePlanChanges(ours: Ours, facts: Facts, say: Say): void {
  for (const { id, status, toPriceId, prorationAt, subscriptionId } of ours.changes) {
    const happened = facts.invoices.some(
      (one) =>
        one.invoice.billing_reason === "subscription_update" &&
        subscriptionOf(one) === subscriptionId &&
        one.lines.some(
          ({ pricing, period, amount }) =>
            amount > 0 &&
            idOf(pricing?.price_details?.price) === toPriceId &&
            period.start >= (seconds(prorationAt) ?? 0) &&
            period.start <= (seconds(prorationAt) ?? 0) + previewLives,
        ),
    );
    if (happened ? status !== "done" : status === "done")
      say(`plan change ${id} is ${status}, and ${happened ? "happened" : "never happened"} in Stripe`);
  }
}
