import { formatCredits, formatMoney } from "@/lib/shared/format";
import type { Investigation } from "./investigation";
import type { Step } from "./types";

const words = (code: string) => code.replaceAll("_", " ");
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ") || null;

type Facts = Pick<Step, "kind" | "title"> & Partial<Step>;

const step = (
  key: string,
  at: Date,
  { detail = null, tone = "neutral", href = null, ...rest }: Facts,
): Step => ({
  ...{ key, at, detail, tone, href },
  ...rest,
});

function ofMoney({ payment }: Investigation): Step[] {
  const { checkout, invoice, attempts, currency } = payment;
  const steps: Step[] = attempts.map((one) => {
    const failed = one.status === "failed";
    return step(`try ${one.id}`, one.attemptedAt, {
      kind: "money",
      title: failed
        ? "A try to pay was refused"
        : one.status === "succeeded"
          ? "Paid"
          : "A payment is on its way",
      detail: join(one.declineCode ?? one.failureCode, one.failureMessage, one.stripeChargeId),
      tone: failed ? "danger" : one.status === "succeeded" ? "positive" : "neutral",
    });
  });
  if (checkout)
    steps.push(
      step("checkout", checkout.createdAt, {
        ...{ kind: "money", title: `Checkout of ${checkout.itemName}` },
        detail: join(
          formatMoney(checkout.amountMinor, currency),
          words(checkout.status),
          checkout.stripeSessionId,
        ),
      }),
    );
  if (invoice)
    steps.push(
      step("invoice", invoice.issuedAt, {
        ...{ kind: "money", title: `Invoice ${invoice.stripeNumber ?? invoice.stripeInvoiceId}` },
        detail: join(words(invoice.reason), formatMoney(invoice.totalMinor, invoice.currency)),
      }),
    );
  return steps;
}

function ofReturns({ payment: { refunds, disputes } }: Investigation): Step[] {
  return [
    ...refunds.map((one) =>
      step(`refund ${one.id}`, one.createdAt, {
        ...{ kind: "money", tone: one.status === "failed" ? "danger" : "warning" },
        title: `Refund of ${formatMoney(one.amountMinor, one.currency)}: ${words(one.status)}`,
        detail: join(one.reason && words(one.reason), one.failureReason, one.note, one.stripeRefundId),
      }),
    ),
    ...disputes.flatMap((one) => [
      step(`dispute ${one.id}`, one.openedAt, {
        ...{ kind: "money", tone: "warning", title: `Disputed: ${words(one.reason)}` },
        detail: join(formatMoney(one.amountMinor, one.currency), one.stripeDisputeId),
      }),
      ...(one.closedAt
        ? [step(`closed ${one.id}`, one.closedAt, { kind: "money", title: `Dispute ${words(one.status)}` })]
        : []),
    ]),
  ];
}

function ofRecords({ entries, documents, mails }: Investigation): Step[] {
  return [
    ...entries.map(({ seq, at, deltaMilli, reason, description, balanceAfterMilli }) =>
      step(`entry ${seq}`, at, {
        ...{ kind: "credits", title: `${deltaMilli > 0n ? "+" : ""}${formatCredits(deltaMilli)} credits` },
        detail: join(capital(reason), description, `balance ${formatCredits(balanceAfterMilli)}`),
        tone: deltaMilli < 0n ? "warning" : "positive",
      }),
    ),
    ...documents.map(({ id, kind, number, issuedAt }) =>
      step(`document ${id}`, issuedAt, { kind: "document", title: `${capital(words(kind))} ${number}` }),
    ),
    ...mails.map(({ id, template, recipient, status, createdAt, sentAt }) =>
      step(`mail ${id}`, sentAt ?? createdAt, {
        ...{
          kind: "mail",
          title: `Mail: ${template.replaceAll("-", " ")}`,
          detail: join(recipient, words(status)),
        },
        tone: status === "failed" ? "danger" : "neutral",
      }),
    ),
  ];
}

function ofWatchers({ events, acts }: Investigation): Step[] {
  return [
    ...events.map(({ id, type, status, error, note, receivedAt, source }) =>
      step(`event ${id}`, receivedAt, {
        ...{ kind: "webhook", title: type, href: `/admin/webhooks/${id}` },
        detail: join(words(status), source === "sweep" ? "found by the sweeper" : null, error ?? note),
        tone: status === "dead" || status === "failed" ? "danger" : "neutral",
      }),
    ),
    ...acts.map(({ id, at, action, actor, reason }) =>
      step(`act ${id}`, at, { kind: "admin", title: capital(words(action)), detail: join(actor, reason) }),
    ),
  ];
}

/** Everything that happened to a payment in one order, the latest first. */
export function toTimeline(investigation: Investigation): Step[] {
  const parts = [ofMoney, ofReturns, ofRecords, ofWatchers].flatMap((toSteps) => toSteps(investigation));
  return parts.sort((a, b) => b.at.getTime() - a.at.getTime() || a.key.localeCompare(b.key));
}
