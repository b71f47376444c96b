import { findPlanTerms, getPlanForSale } from "@/lib/catalog";
import type { PlanForSale, PlanTerms } from "@/lib/catalog/types";
import type { AppContext } from "@/lib/context";
import type { GatewayInvoice, GatewayPlanChange } from "@/lib/ports/subscription-gateway";
import { NoPlan } from "./errors";
import { grantsOfInvoice, type CreditedLine } from "./invoice-grants";
import { assertChangeable, changesNow } from "./policy";
import { tokenFor } from "./preview-token";
import { readWholePeriods } from "./read-whole-periods";
import { findLiveSubscription, type SubscriptionRow } from "./repository";
import type { PlanChangePreview } from "./types";

export type PlanChangeContext = Pick<AppContext, "db" | "payments" | "clock">;

/** Everything that decides about a change; previewing and confirming it are both computed from this. */
export interface PlanChangeSetup {
  subscription: SubscriptionRow;
  offer: PlanForSale;
  prorationAt: Date;
  /** What Stripe would bill at once; null for a change that waits. */
  invoice: GatewayInvoice | null;
  lines: readonly CreditedLine[];
  terms: ReadonlyMap<string, PlanTerms>;
}

export function toGatewayChange(
  setup: Omit<PlanChangeSetup, "invoice" | "lines" | "terms">,
): GatewayPlanChange {
  const { subscription, offer, prorationAt } = setup;
  return {
    stripeSubscriptionId: subscription.stripeSubscriptionId,
    stripeItemId: subscription.stripeItemId,
    stripePriceId: offer.stripePriceId,
    prorationAt,
  };
}

/** What a change is asked to be. */
export interface PlanChoice {
  lookupKey: string;
  /** Where an admin decides it; by the kind of change if absent. */
  when?: "now" | "period_end" | undefined;
}

/**
 * Reads what decides about a change at an instant.
 * @throws NoPlan, NotForSale, PlanChangeRefused, PaymentGatewayError
 */
export async function readPlanChange(
  ctx: PlanChangeContext,
  userId: string,
  { lookupKey, when, at }: PlanChoice & { at: Date },
): Promise<PlanChangeSetup> {
  const [subscription, offer] = await Promise.all([
    findLiveSubscription(ctx.db, userId),
    getPlanForSale(ctx.db, lookupKey),
  ]);
  if (!subscription) throw new NoPlan();
  assertChangeable(subscription, offer);
  // Stripe prorates within the period alone, and by a slow clock of ours a new one has not begun yet.
  const prorationAt = at < subscription.periodStartsAt ? subscription.periodStartsAt : at;
  const setup = { subscription, offer, prorationAt };
  if (!changesNow(subscription, offer, when)) return { ...setup, invoice: null, lines: [], terms: new Map() };
  const invoice = await ctx.payments.previewPlanChange(toGatewayChange(setup));
  const lines = await readWholePeriods(ctx.payments, invoice);
  const prices = lines.flatMap(({ stripePriceId }) => stripePriceId ?? []);
  return { ...setup, invoice, lines, terms: await findPlanTerms(ctx.db, prices) };
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function moneyOf(invoice: GatewayInvoice | null) {
  const amounts = invoice?.lines.map(({ amountMinor }) => amountMinor) ?? [];
  return {
    chargeMinor: sum(amounts.filter((amount) => amount > 0n)),
    givenBackMinor: -sum(amounts.filter((amount) => amount < 0n)),
    dueNowMinor: invoice?.dueMinor ?? 0n,
  };
}

/** Credits that count from the change on; a year's later months bring theirs later. */
function creditsAtOnce({ lines, terms }: PlanChangeSetup): bigint {
  const grants = grantsOfInvoice("preview", lines, (price) => (price && terms.get(price)) || null);
  // Another interval begins a period when it is confirmed, a little after the instant of the preview.
  const beginnings = lines.filter(({ amountMinor }) => amountMinor > 0n).map(({ period }) => period.startsAt);
  const changesAt = beginnings.reduce((latest, at) => (at > latest ? at : latest), new Date(0));
  return sum(
    grants.filter(({ effectiveAt }) => effectiveAt <= changesAt).map(({ creditsMilli }) => creditsMilli),
  );
}

function nextInvoiceOf({ subscription, offer, invoice, lines, prorationAt }: PlanChangeSetup): Date {
  if (!invoice || offer.interval === subscription.interval) return subscription.periodEndsAt;
  const full = lines.find(({ stripePriceId }) => stripePriceId === offer.stripePriceId);
  return full?.period.endsAt ?? prorationAt;
}

/** A digest of all that a person sees before they confirm. A period that begins with the confirmation ends with it, too. */
function tokenOf(setup: PlanChangeSetup, preview: Omit<PlanChangePreview, "token">): string {
  const { subscription, offer, prorationAt } = setup;
  const begins = offer.interval !== subscription.interval && preview.when === "now";
  const nextInvoice = begins ? { ...preview.nextInvoice, at: null } : preview.nextInvoice;
  const terms = { ...preview, nextInvoice };
  const seen = [subscription.stripeSubscriptionId, subscription.stripePriceId, offer.stripePriceId, terms];
  return tokenFor(prorationAt, seen);
}

/** Pure: what the change would do, in money, credits and dates. */
export function computePlanChange(setup: PlanChangeSetup): PlanChangePreview {
  const { subscription, offer, prorationAt, invoice } = setup;
  const preview: Omit<PlanChangePreview, "token"> = {
    when: invoice ? "now" : "period_end",
    at: invoice ? prorationAt : subscription.periodEndsAt,
    from: { planName: subscription.planName, interval: subscription.interval },
    to: { planName: offer.name, interval: offer.interval, lookupKey: offer.price.lookupKey },
    ...moneyOf(invoice),
    currency: invoice?.currency ?? offer.price.currency,
    creditsNowMilli: creditsAtOnce(setup),
    creditsPerMonthMilli: offer.creditsMilli,
    nextInvoice: { at: nextInvoiceOf(setup), amountMinor: offer.price.amountMinor },
  };
  return { ...preview, token: tokenOf(setup, preview) };
}
