import type { EmailMessage } from "@/emails/types";
import type { PlanTerms } from "@/lib/catalog/types";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import type { GatewayInvoice } from "@/lib/ports/subscription-gateway";
import { formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import type { CreditedLine, MonthGrant } from "./invoice-grants";
import { cardOf, priceOf } from "./plan-facts";
import { isLive } from "./policy";
import type { Plan } from "./types";

export interface ToldInvoice {
  invoiceId: string;
  invoice: GatewayInvoice;
  lines: readonly CreditedLine[];
  payments: readonly GatewayPayment[];
  terms: ReadonlyMap<string, Pick<PlanTerms, "planName">>;
  subscription: Pick<
    Plan,
    | "planName"
    | "amountMinor"
    | "currency"
    | "interval"
    | "creditsMilli"
    | "status"
    | "periodEndsAt"
    | "trialEndsAt"
  >;
  grants: readonly MonthGrant[];
  /** The member must confirm the payment at their bank. */
  actionRequired: boolean;
}

const paidAtOf = ({ paidAt, issuedAt }: GatewayInvoice) => paidAt ?? issuedAt;

function creditsNow({ grants, invoice }: ToldInvoice): string {
  const counting = grants.filter(({ effectiveAt }) => effectiveAt <= paidAtOf(invoice));
  return formatCredits(counting.reduce((sum, { creditsMilli }) => sum + creditsMilli, 0n));
}

/** The plan of the line that gives back what was left of it; where none does, it was this plan already. */
function planBefore({ lines, terms, subscription }: ToldInvoice): string {
  const back = lines.find(({ amountMinor }) => amountMinor < 0n)?.stripePriceId;
  return (back && terms.get(back)?.planName) || subscription.planName;
}

/** Pure: a new plan, a changed one, or the next period: what each paid invoice means to its member. */
export function toPaidMessage(appUrl: string, matter: ToldInvoice, number: string | null): EmailMessage {
  const { invoice, subscription, payments } = matter;
  const planUrl = `${appUrl}/billing/plans`;
  const facts = {
    amount: formatMoney(invoice.paidMinor, invoice.currency),
    card: cardOf(payments.at(-1)),
    renewsAt: formatMinute(subscription.periodEndsAt),
    number,
  };
  const price = priceOf(subscription);
  const { planName, trialEndsAt } = subscription;
  if (invoice.reason === "subscription_create") {
    const trial = trialEndsAt && subscription.status === "trialing" ? formatMinute(trialEndsAt) : null;
    const credits = formatCredits(subscription.creditsMilli);
    const props = { ...facts, planName, price, credits, trialEndsAt: trial, planUrl };
    return { template: "subscription-started", props };
  }
  const credits = creditsNow(matter);
  if (invoice.reason === "subscription_update") {
    const props = { ...facts, fromPlan: planBefore(matter), toPlan: planName, price, credits, planUrl };
    return { template: "subscription-changed", props };
  }
  const paidAt = formatMinute(paidAtOf(invoice));
  const links = { invoiceUrl: invoice.hostedUrl, creditsUrl: `${appUrl}/credits` };
  return { template: "renewal-receipt", props: { ...facts, ...links, planName, paidAt, credits } };
}

const asksForBank = (payment: GatewayPayment | undefined) =>
  [payment?.failure?.code, payment?.failure?.declineCode].includes("authentication_required");

function toFailedMessage(appUrl: string, { invoice, subscription }: ToldInvoice, payment: GatewayPayment) {
  const props = {
    planName: subscription.planName,
    amount: formatMoney(invoice.dueMinor, invoice.currency),
    card: cardOf(payment),
    failedAt: formatMinute(payment.attempts.at(-1)?.attemptedAt ?? invoice.issuedAt),
    reason: payment.failure?.message ?? null,
    nextAttemptAt: invoice.nextAttemptAt && formatMinute(invoice.nextAttemptAt),
    updateUrl: `${appUrl}/billing`,
  };
  return { template: "payment-failed", props } satisfies EmailMessage;
}

/**
 * Pure: that a payment of a running plan did not go through, once for each try, or that the bank wants to hear from the
 * member; null when nothing is owed or nothing failed.
 */
export function toUnpaidMessage(
  appUrl: string,
  matter: ToldInvoice,
): { key: string; message: EmailMessage } | null {
  const { invoice, payments, subscription, invoiceId, actionRequired } = matter;
  const owed = invoice.status === "open" && invoice.attemptCount > 0 && isLive(subscription.status);
  if (!owed) return null;
  const payment = payments.at(-1);
  if (invoice.hostedUrl && (actionRequired || asksForBank(payment))) {
    const props = {
      planName: subscription.planName,
      amount: formatMoney(invoice.dueMinor, invoice.currency),
      card: cardOf(payment),
      confirmUrl: invoice.hostedUrl,
    };
    return { key: `action-required:${invoiceId}`, message: { template: "payment-action-required", props } };
  }
  if (payment?.status !== "failed") return null;
  const key = `payment-failed:${invoiceId}:${invoice.attemptCount}`;
  return { key, message: toFailedMessage(appUrl, matter, payment) };
}
