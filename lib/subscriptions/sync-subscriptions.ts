import { findPlanTerms, refreshCatalog } from "@/lib/catalog";
import type { PlanTerms } from "@/lib/catalog/types";
import type { AppContext } from "@/lib/context";
import { requireUserOfCustomer } from "@/lib/customers";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling } from "@/lib/payments";
import type { GatewaySubscription, ToldSubscription } from "@/lib/ports/subscription-gateway";
import { endSurplusLater } from "./end-surplus";
import { recordChange, recordPast } from "./history";
import { settlePlanChangesTo } from "./plan-change-repository";
import { findSurplus, isLive } from "./policy";
import {
  listSubscriptionsOf,
  upsertSubscription,
  type SubscriptionRow,
  type SubscriptionState,
} from "./repository";
import { tellOfChange } from "./tell-of-change";

export type SyncContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

interface Reading {
  userId: string;
  subscriptions: readonly GatewaySubscription[];
  terms: ReadonlyMap<string, PlanTerms>;
  fetchNumber: bigint;
  news: SubscriptionNews;
}

/** What only events tell. */
export interface SubscriptionNews {
  /** When the latest of them came to be; for the history. */
  at: Date;
  /** The trial ends in some days. */
  trialEnding: boolean;
  /** How subscriptions were at the times of events, oldest first. */
  told: readonly ToldSubscription[];
}

function pricesOf({ stripePriceId, schedule }: GatewaySubscription): string[] {
  return schedule?.next ? [stripePriceId, schedule.next.stripePriceId] : [stripePriceId];
}

/** Terms of all prices; one that is unknown may be new in Stripe, so the catalogue is read again before giving up. */
export async function readTerms(
  ctx: SyncContext,
  prices: readonly string[],
): Promise<Map<string, PlanTerms>> {
  const known = await findPlanTerms(ctx.db, prices);
  if (prices.every((price) => known.has(price))) return known;
  await refreshCatalog(ctx);
  return findPlanTerms(ctx.db, prices);
}

function toState(
  subscription: GatewaySubscription,
  reading: Reading,
): Omit<SubscriptionState, "surplus" | "updatedAt"> & { syncSeq: bigint } {
  const { schedule, ...rest } = subscription;
  const terms = reading.terms.get(rest.stripePriceId);
  const next = schedule?.next ? reading.terms.get(schedule.next.stripePriceId) : undefined;
  return {
    userId: reading.userId,
    stripeSubscriptionId: rest.stripeSubscriptionId,
    stripeItemId: rest.stripeItemId,
    stripePriceId: rest.stripePriceId,
    planKey: terms?.planKey ?? null,
    planName: terms?.planName ?? "Unknown plan",
    interval: rest.interval,
    creditsMilli: terms?.creditsMilli ?? 0n,
    amountMinor: rest.amountMinor,
    currency: rest.currency,
    status: rest.status,
    startedAt: rest.startedAt,
    periodStartsAt: rest.periodStartsAt,
    periodEndsAt: rest.periodEndsAt,
    trialEndsAt: rest.trialEndsAt,
    cancelsAt: rest.endedAt ? null : rest.cancelsAt,
    cancelReason: rest.cancelReason,
    endedAt: rest.endedAt ?? (rest.status === "canceled" ? reading.news.at : null),
    paused: rest.paused,
    resumesAt: rest.resumesAt,
    stripeScheduleId: schedule?.stripeScheduleId ?? null,
    nextStripePriceId: schedule?.next?.stripePriceId ?? null,
    nextPlanKey: next?.planKey ?? null,
    nextPlanName: next?.planName ?? null,
    nextInterval: next?.interval ?? null,
    nextCreditsMilli: next?.creditsMilli ?? null,
    nextAmountMinor: next?.amountMinor ?? null,
    nextStartsAt: schedule?.next?.startsAt ?? null,
    problem: terms ? null : "price_unknown",
    syncSeq: reading.fetchNumber,
  };
}

const toldOf = ({ news }: Reading, stripeSubscriptionId: string) =>
  news.told.filter((one) => one.stripeSubscriptionId === stripeSubscriptionId);

/**
 * The events say when it became what they show. What was read is rarely more than the last of them shows, and then of
 * after it: its own event, which is on its way, will say since when.
 */
async function recordHistory(
  tx: Db,
  row: SubscriptionRow,
  { reading, now, isNew }: { reading: Reading; now: Date; isNew: boolean },
): Promise<void> {
  const events = toldOf(reading, row.stripeSubscriptionId);
  for (const { occurredAt, ...worth } of events) {
    const planKey = reading.terms.get(worth.stripePriceId)?.planKey ?? null;
    await recordPast(tx, { ...worth, planKey, id: row.id }, { occurredAt, recordedAt: now });
  }
  const heard = events.length > 0 ? now : reading.news.at;
  const occurredAt = row.endedAt ?? (isNew ? row.startedAt : heard);
  await recordChange(tx, row, { occurredAt, recordedAt: now });
}

async function apply(ctx: SyncContext, tx: Db, reading: Reading): Promise<void> {
  await lockBilling(tx, reading.userId);
  const now = ctx.clock.now();
  const before = await listSubscriptionsOf(tx, reading.userId);
  const surplus = findSurplus(reading.subscriptions, {
    planId: before.find((row) => !row.surplus && isLive(row.status))?.stripeSubscriptionId ?? null,
    surplusIds: new Set(before.filter((row) => row.surplus).map((row) => row.stripeSubscriptionId)),
  });
  // Ended ones first: only then is the place of the live one free.
  const ordered = [...reading.subscriptions].sort(
    (a, b) => Number(isLive(a.status)) - Number(isLive(b.status)),
  );
  for (const subscription of ordered) {
    const id = subscription.stripeSubscriptionId;
    const row = await upsertSubscription(tx, {
      ...toState(subscription, reading),
      surplus: surplus.has(id),
      updatedAt: now,
    });
    const old = before.find(({ stripeSubscriptionId }) => stripeSubscriptionId === id) ?? null;
    await recordHistory(tx, row, { reading, now, isNew: !old });
    await settlePlanChangesTo(tx, { subscriptionId: row.id, stripePriceId: row.stripePriceId, now });
    if (row.surplus && isLive(row.status)) await endSurplusLater(ctx, tx, row);
    if (!row.surplus)
      await tellOfChange(ctx, tx, {
        before: old,
        after: row,
        fetchNumber: reading.fetchNumber,
        trialEnding: reading.news.trialEnding,
      });
  }
}

/**
 * Reads all of a customer's subscriptions from Stripe and says what to write. Blind to order: an older reading changes
 * nothing. A second one that lives is surplus: it is kept, brings nothing, and is ended and paid back.
 *
 * @throws UnknownStripeCustomer, PaymentGatewayError
 */
export async function prepareSubscriptions(
  ctx: SyncContext,
  stripeCustomerId: string,
  news: SubscriptionNews = { at: ctx.clock.now(), trialEnding: false, told: [] },
): Promise<(tx: Db) => Promise<void>> {
  const userId = await requireUserOfCustomer(ctx.db, stripeCustomerId);
  const fetchNumber = await drawFetchNumber(ctx.db);
  const subscriptions = await ctx.payments.listSubscriptions(stripeCustomerId);
  const prices = [...subscriptions.flatMap(pricesOf), ...news.told.map(({ stripePriceId }) => stripePriceId)];
  const terms = await readTerms(ctx, [...new Set(prices)]);
  return (tx) => apply(ctx, tx, { userId, subscriptions, terms, fetchNumber, news });
}
