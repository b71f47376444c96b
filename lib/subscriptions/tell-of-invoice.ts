import type { EmailMessage } from "@/emails/types";
import type { PlanTerms } from "@/lib/catalog/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { issueInvoice, type IssuedDocument } from "@/lib/documents";
import { queueEmail } from "@/lib/notifications";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import type { GatewayInvoice } from "@/lib/ports/subscription-gateway";
import { formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import type { CreditedLine, MonthGrant } from "./invoice-grants";
import { cardOf, priceOf } from "./plan-facts";
import { isLive } from "./policy";
import type { SubscriptionRow } from "./repository";

type Context = Pick<AppContext, "clock" | "appUrl">;

export interface InvoiceMatter {
  userId: string;
  invoiceId: string;
  invoice: GatewayInvoice;
  lines: readonly CreditedLine[];
  payments: readonly GatewayPayment[];
  terms: ReadonlyMap<string, PlanTerms>;
  subscription: SubscriptionRow;
  grants: readonly MonthGrant[];
  /** The member must confirm the payment at their bank. */
  actionRequired: boolean;
}

async function mail(
  tx: Db,
  { userId }: InvoiceMatter,
  email: { key: string; message: EmailMessage; document?: IssuedDocument | null },
): Promise<void> {
  const { key, message, document } = email;
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    userId,
    key,
    message,
    documentId: document?.id ?? null,
  });
}

function creditsNow({ grants, invoice }: InvoiceMatter): string {
  const at = invoice.paidAt ?? invoice.issuedAt;
  const counting = grants.filter(({ effectiveAt }) => effectiveAt <= at);
  return formatCredits(counting.reduce((sum, { creditsMilli }) => sum + creditsMilli, 0n));
}

function planBefore({ lines, terms, subscription }: InvoiceMatter): string {
  const back = lines.find(({ amountMinor }) => amountMinor < 0n);
  return terms.get(back?.stripePriceId ?? "")?.planName ?? subscription.planName;
}

/** A new plan, a changed one, or the next period: what each paid invoice means to its member. */
function toMessage({ appUrl }: Context, matter: InvoiceMatter, number: string | null): EmailMessage {
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
  const paidAt = formatMinute(invoice.paidAt ?? invoice.issuedAt);
  const links = { invoiceUrl: invoice.hostedUrl, creditsUrl: `${appUrl}/credits` };
  return { template: "renewal-receipt", props: { ...facts, ...links, planName, paidAt, credits } };
}

/** Issues our invoice and mails what was paid and what it brought. The last of its transaction's writes. */
export async function tellOfPaidInvoice(ctx: Context, tx: Db, matter: InvoiceMatter): Promise<void> {
  const { invoiceId, lines } = matter;
  const document = await issueInvoice(ctx, tx, {
    invoiceId,
    lines: lines.map(({ description, quantity, amountMinor, period }) => ({
      ...{ description, quantity, amountMinor, period },
    })),
  });
  const message = toMessage(ctx, matter, document?.number ?? null);
  await mail(tx, matter, { key: `invoice:${invoiceId}`, message, document });
}

const asksForBank = (payment: GatewayPayment | undefined) =>
  [payment?.failure?.code, payment?.failure?.declineCode].includes("authentication_required");

/** Mails that a payment of a running plan did not go through, once for each try, or that the bank wants to hear from the member. */
export async function tellOfUnpaidInvoice({ appUrl }: Context, tx: Db, matter: InvoiceMatter): Promise<void> {
  const { invoice, payments, subscription, invoiceId, actionRequired } = matter;
  const owed = invoice.status === "open" && invoice.attemptCount > 0 && isLive(subscription.status);
  if (!owed) return;
  const payment = payments.at(-1);
  const facts = {
    planName: subscription.planName,
    amount: formatMoney(invoice.dueMinor, invoice.currency),
    card: cardOf(payment),
  };
  if (invoice.hostedUrl && (actionRequired || asksForBank(payment))) {
    const props = { ...facts, confirmUrl: invoice.hostedUrl };
    const message: EmailMessage = { template: "payment-action-required", props };
    await mail(tx, matter, { key: `action-required:${invoiceId}`, message });
    return;
  }
  if (payment?.status !== "failed") return;
  const props = {
    ...facts,
    failedAt: formatMinute(payment.attempts.at(-1)?.attemptedAt ?? invoice.issuedAt),
    reason: payment.failure?.message ?? null,
    nextAttemptAt: invoice.nextAttemptAt && formatMinute(invoice.nextAttemptAt),
    updateUrl: `${appUrl}/billing`,
  };
  const key = `payment-failed:${invoiceId}:${invoice.attemptCount}`;
  await mail(tx, matter, { key, message: { template: "payment-failed", props } });
}
