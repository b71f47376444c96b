import type { EmailMessage } from "@/emails/types";
import type { Prisma } from "@/lib/db";
import { findMailKind } from "@/lib/notification-preferences";
import { toWords } from "@/lib/notifications/mail-notices";
import type { QuotaKind } from "@/lib/quotas/types";
import { toQuotaMessage } from "@/lib/usage-alerts/quota-words";
import { formatCount, formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";
import { allowedTo } from "./limits";

interface Told {
  userId: string;
  /** That of the mail that would have told it. */
  key: string;
  at: Date;
  message: EmailMessage;
}

/** Older ones are let go of. */
const toldDays = 60;
const unreadDays = 4;
const site = "https://app.example";

function alertsOf(books: Books, alerts: Reached["alerts"]): Told[] {
  const allowed = allowedTo(books);
  const users = new Map(
    books.users.map(({ id, email, timeZone }) => [id, { email, timeZone: timeZone ?? null }]),
  );
  return alerts.flatMap(({ id, userId, kind, startsAt, limit, percent, used, raisedAt }): Told[] => {
    const alert = {
      ...{ id: id ?? "", userId, kind: kind as QuotaKind, startsAt: new Date(startsAt) },
      ...{ percent, highestPercent: percent },
      ...{ limit: BigInt(limit), used: BigInt(used) },
    };
    const reader = users.get(userId);
    const { entitlement } = allowed(userId);
    const message = reader && toQuotaMessage({ alert, entitlement, reader, appUrl: site });
    return message ? [{ userId, key: `quota-alert:${id}`, at: new Date(raisedAt), message }] : [];
  });
}

function spikeOf({ userId, day, endsAt, foundAt, calls, usualCalls }: Books["spikes"][number]): Told {
  const [last, usual] = [calls, usualCalls].map((count) => formatCount(BigInt(count)));
  const until = formatMinute(new Date(endsAt));
  return {
    ...{
      userId,
      key: `usage-spike:${userId}:${new Date(day).toISOString().slice(0, 10)}`,
      at: new Date(foundAt),
    },
    message: {
      template: "usage-spike",
      props: {
        ...{ rises: [{ what: "API calls", last: last ?? "", usual: usual ?? "" }], until },
        ...{ usageUrl: `${site}/usage`, keysUrl: `${site}/settings/api-keys` },
      },
    },
  };
}

const bought = ({ amountMinor, currency, creditsMilli }: Books["payments"][number]) => ({
  ...{ amount: formatMoney(BigInt(amountMinor), currency), credits: formatCredits(BigInt(creditsMilli)) },
  ...{ card: null, number: null, creditsUrl: `${site}/credits` },
});

/** Receipts of packs and of renewals. */
function paymentsOf(books: Books, balances: Reached["balances"]): Told[] {
  const reasons = new Map(books.invoices.map(({ id, reason }) => [id, reason]));
  return books.payments.flatMap((payment): Told[] => {
    const { id = "", userId, paidAt, invoiceId, description } = payment;
    if (!paidAt) return [];
    const [at, date] = [new Date(paidAt), formatMinute(new Date(paidAt))];
    if (payment.kind === "purchase") {
      const balance = formatCredits(balances.get(`payment:${id}`) ?? 0n);
      const props = { ...bought(payment), packName: description, paidAt: date, receiptUrl: null, balance };
      return [{ userId, at, key: `receipt:${id}`, message: { template: "purchase-receipt", props } }];
    }
    if (!invoiceId || reasons.get(invoiceId) !== "subscription_cycle") return [];
    const planName = description.split(",")[0] ?? "";
    const props = { ...bought(payment), planName, paidAt: date, renewsAt: "", invoiceUrl: null };
    return [{ userId, at, key: `invoice:${invoiceId}`, message: { template: "renewal-receipt", props } }];
  });
}

/** What admins were told of disputes. */
function disputesOf(books: Books): Told[] {
  const admin = books.users.find(({ role }) => role === "admin")?.id ?? "";
  return books.disputes.flatMap((dispute): Told[] => {
    const { paymentId, userId, amountMinor, currency, status, openedAt, dueBy, stripeDisputeId } = dispute;
    const payment = books.payments.find(({ id }) => id === paymentId);
    const memberEmail = books.users.find(({ id }) => id === userId)?.email ?? "";
    const at = new Date(openedAt);
    const props = {
      ...{
        purchase: payment?.description ?? "",
        amount: formatMoney(BigInt(amountMinor), currency),
        memberEmail,
      },
      ...{ openedAt: formatMinute(at), reason: dispute.reason, inquiry: false, credits: "0" },
      dueBy: status === "needs_response" && dueBy ? formatMinute(new Date(dueBy)) : null,
      disputeUrl: `${site}/admin/payments/${paymentId}`,
    };
    const key = `dispute:${stripeDisputeId}:${status}:${admin}`;
    return [{ userId: admin, at, key, message: { template: "dispute-opened", props } }];
  });
}

function toRow({ userId, key, at, message }: Told, now: Date): Prisma.NoticeCreateManyInput[] {
  const [kind, words] = [findMailKind(message.template), toWords(message)];
  if (!kind || !words) return [];
  const readAt = at < addDays(now, -unreadDays) ? addDays(at, 0.3) : null;
  return [{ id: seededId(`notice ${key}`, at), userId, key, kind, ...words, createdAt: at, readAt }];
}

interface Reached {
  alerts: readonly Prisma.QuotaAlertCreateManyInput[];
  /** After each payment, by `payment:{id}`. */
  balances: ReadonlyMap<string, bigint>;
}

/** What stands in everybody's inbox: what happened to their money, their limits and their use in the last weeks. */
export function toNotices(books: Books, { alerts, balances }: Reached): Prisma.NoticeCreateManyInput[] {
  const told = [
    ...alertsOf(books, alerts),
    ...books.spikes.map(spikeOf),
    ...paymentsOf(books, balances),
    ...disputesOf(books),
  ];
  const from = addDays(books.now, -toldDays);
  return told
    .filter(({ userId, at }) => at >= from && at <= books.now && !books.forgotten.has(userId))
    .flatMap((one) => toRow(one, books.now));
}
