import type { PlanTerms } from "@/lib/catalog/types";
import { requireUserOfCustomer } from "@/lib/customers";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling, saveAttempts, savePayment } from "@/lib/payments";
import type { GatewayPayment, UnchargedAttempt } from "@/lib/ports/payment-gateway";
import type { GatewayInvoice } from "@/lib/ports/subscription-gateway";
import { creditInvoice } from "./credit-invoice";
import { endSurplusLater } from "./end-surplus";
import { grantsOfInvoice, type CreditedLine } from "./invoice-grants";
import { findInvoice, upsertInvoice, type InvoiceRow } from "./invoice-repository";
import { readWholePeriods } from "./read-whole-periods";
import { findSubscription, type SubscriptionRow } from "./repository";
import { prepareSubscriptions, readTerms, type SyncContext } from "./sync-subscriptions";
import { tellOfPaidInvoice, tellOfUnpaidInvoice } from "./tell-of-invoice";

interface Reading {
  userId: string;
  invoice: GatewayInvoice;
  lines: readonly CreditedLine[];
  payments: readonly GatewayPayment[];
  terms: ReadonlyMap<string, PlanTerms>;
  fetchNumber: bigint;
  news: InvoiceNews;
}

/** What only events tell. */
export interface InvoiceNews {
  /** Failures without a charge. */
  uncharged: readonly UnchargedAttempt[];
  /** The member must confirm the payment at their bank. */
  actionRequired: boolean;
}

const noNews: InvoiceNews = { uncharged: [], actionRequired: false };

const termsIn = (terms: ReadonlyMap<string, PlanTerms>) => (price: string | null) =>
  (price && terms.get(price)) || null;

/** Why a paid invoice of a subscription brings no credits; null when all is well. */
function findProblem(
  { invoice, lines, terms }: Reading,
  subscription: SubscriptionRow | null,
): string | null {
  if (subscription?.surplus) return "second_subscription";
  if (!invoice.stripeSubscriptionId) return null;
  const unknown = lines.some(
    ({ stripePriceId, stripeItemId }) => stripeItemId && !termsIn(terms)(stripePriceId),
  );
  return unknown ? "price_unknown" : null;
}

function describe({ invoice, lines, terms }: Reading): string {
  const line = lines.find(
    ({ amountMinor, stripePriceId }) => amountMinor >= 0n && termsIn(terms)(stripePriceId),
  );
  const plan = line && termsIn(terms)(line.stripePriceId);
  if (plan) return `${plan.planName}, ${plan.interval === "year" ? "yearly" : "monthly"}`;
  return lines[0]?.description || `Invoice ${invoice.number ?? invoice.stripeInvoiceId}`;
}

function saveInvoice(tx: Db, reading: Reading, { subscription, problem, now }: Matter): Promise<InvoiceRow> {
  const { invoice, userId, fetchNumber } = reading;
  const {
    stripeSubscriptionId: _,
    stripeCustomerId: __,
    paymentIntentIds: ___,
    lines: ____,
    number,
    ...state
  } = invoice;
  return upsertInvoice(tx, {
    ...state,
    userId,
    subscriptionId: subscription?.id ?? null,
    stripeNumber: number,
    lines: invoice.lines.map(({ amountMinor, unitAmountMinor, ...line }) => ({
      ...line,
      amountMinor: amountMinor.toString(),
      unitAmountMinor: unitAmountMinor?.toString() ?? null,
      period: { startsAt: line.period.startsAt.toISOString(), endsAt: line.period.endsAt.toISOString() },
    })),
    problem: invoice.status === "paid" ? problem : null,
    syncSeq: fetchNumber,
    updatedAt: now,
  });
}

interface Matter {
  subscription: SubscriptionRow | null;
  problem: string | null;
  /** That the invoice brings or brought. */
  creditsMilli: bigint;
  now: Date;
}

/** @returns the payment that paid the invoice; null where none did */
async function savePayments(tx: Db, reading: Reading, matter: Matter & { invoiceId: string }) {
  const { problem, creditsMilli, now, invoiceId } = matter;
  let paid: { paymentId: string; amountMinor: bigint } | null = null;
  for (const payment of reading.payments) {
    const subject = {
      userId: reading.userId,
      checkoutId: null,
      invoiceId,
      kind: "subscription" as const,
      description: describe(reading),
      creditsMilli,
    };
    const saved = await savePayment(tx, { payment, subject, fetchNumber: reading.fetchNumber, problem, now });
    if (!saved) continue;
    const own = reading.news.uncharged.filter(
      ({ paymentIntentId }) => paymentIntentId === payment.paymentIntentId,
    );
    await saveAttempts(tx, saved.paymentId, own);
    if (payment.status === "succeeded") {
      paid = { paymentId: saved.paymentId, amountMinor: payment.amountReceivedMinor };
    }
  }
  return paid;
}

async function apply(ctx: SyncContext, tx: Db, reading: Reading): Promise<void> {
  const { invoice, userId } = reading;
  await lockBilling(tx, userId);
  const subscription = invoice.stripeSubscriptionId
    ? await findSubscription(tx, invoice.stripeSubscriptionId)
    : null;
  const known = await findInvoice(tx, invoice.stripeInvoiceId);
  // What is credited stays what it was, whatever the catalogue says by now.
  const problem = known?.creditedAt ? null : findProblem(reading, subscription);
  const grants = problem
    ? []
    : grantsOfInvoice(invoice.stripeInvoiceId, reading.lines, termsIn(reading.terms));
  const promisedMilli = grants.reduce((sum, grant) => sum + grant.creditsMilli, 0n);
  const creditsMilli = known?.creditedAt ? known.creditsMilli : promisedMilli;
  const matter: Matter = { subscription, problem, creditsMilli, now: ctx.clock.now() };
  const row = await saveInvoice(tx, reading, matter);
  const payment = await savePayments(tx, reading, { ...matter, invoiceId: row.id });
  if (problem && invoice.status === "paid") {
    ctx.log.error(
      { problem, stripeInvoiceId: invoice.stripeInvoiceId, userId },
      "paid, but brings no credits",
    );
  }
  if (subscription?.surplus && payment) await endSurplusLater(ctx, tx, subscription);
  const credited = invoice.status === "paid" && !problem && row.creditedAt === null;
  if (credited) {
    const { currency } = invoice;
    await creditInvoice(ctx, tx, { invoiceId: row.id, userId, payment, currency, grants });
  }
  if (!subscription || problem) return;
  const { actionRequired } = reading.news;
  const told = { ...reading, invoiceId: row.id, subscription, grants, actionRequired };
  if (credited) await tellOfPaidInvoice(ctx, tx, told);
  // An older reading may see open what was paid since.
  else if (row.status === "open") await tellOfUnpaidInvoice(ctx, tx, told);
}

/** The invoice may be the first that we hear of its subscription. */
async function prepareUnknownSubscription(
  ctx: SyncContext,
  { stripeSubscriptionId, stripeCustomerId }: GatewayInvoice,
): Promise<((tx: Db) => Promise<void>) | null> {
  if (!stripeSubscriptionId || !stripeCustomerId) return null;
  if (await findSubscription(ctx.db, stripeSubscriptionId)) return null;
  return prepareSubscriptions(ctx, stripeCustomerId);
}

/**
 * Reads an invoice with its payments from Stripe and says what to write: the invoice, every try to pay it, and, once it
 * is paid, its credits, all in one transaction, once. A subscription that is not known yet is read with it.
 *
 * @returns null for a draft, which may still change
 * @throws UnknownStripeCustomer, PaymentGatewayError
 */
export async function prepareInvoice(
  ctx: SyncContext,
  stripeInvoiceId: string,
  news: InvoiceNews = noNews,
): Promise<((tx: Db) => Promise<void>) | null> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const invoice = await ctx.payments.getInvoice(stripeInvoiceId);
  if (invoice.status === "draft") return null;
  const userId = await requireUserOfCustomer(ctx.db, invoice.stripeCustomerId);
  const payments: GatewayPayment[] = [];
  for (const id of invoice.paymentIntentIds) payments.push(await ctx.payments.getPayment(id));
  const lines = await readWholePeriods(ctx.payments, invoice);
  const prices = lines.flatMap(({ stripePriceId }) => stripePriceId ?? []);
  const terms = await readTerms(ctx, [...new Set(prices)]);
  const subscriptions = await prepareUnknownSubscription(ctx, invoice);
  return async (tx) => {
    await subscriptions?.(tx);
    await apply(ctx, tx, { userId, invoice, lines, payments, terms, fetchNumber, news });
  };
}
