import { figuresOf, type Draft } from "./policy";
import type { getPaidInvoice, getPaidPayment, getRefund } from "./queries";
import { toCard } from "./to-card";
import type { DocumentContent, DocumentLine } from "./types";

type Payment = Awaited<ReturnType<typeof getPaidPayment>>;
type Invoice = Awaited<ReturnType<typeof getPaidInvoice>>;
type Refund = Awaited<ReturnType<typeof getRefund>>;

/** What it cost before a promotion code took something off. */
function priceOf({ amountMinor, currency, checkout }: Payment): bigint {
  const agreed = checkout?.currency === currency ? checkout.amountMinor : amountMinor;
  return agreed > amountMinor ? agreed : amountMinor;
}

export function draftReceipt(payment: Payment): Draft {
  const { customer, description, amountMinor, currency, paidAt } = payment;
  const lines = [{ description, quantity: 1, amountMinor: priceOf(payment), period: null }];
  return {
    ...{ kind: "receipt", buyer: customer.user, currency, lines, corrects: null },
    ...figuresOf({ lines, totalMinor: amountMinor, paidMinor: amountMinor }),
    payment: paidAt && { amountMinor, at: paidAt, card: toCard(payment) },
  };
}

export function draftInvoice(invoice: Invoice, lines: readonly DocumentLine[]): Draft {
  const { customer, currency, totalMinor, paidMinor, paidAt } = invoice;
  const [payment] = invoice.payments;
  const at = payment?.paidAt ?? paidAt;
  const moved = paidMinor > 0n && at !== null;
  return {
    ...{ kind: "invoice", buyer: customer.user, currency, corrects: null },
    lines: lines.map(({ description, quantity, amountMinor, period }) => ({
      ...{ description, quantity, amountMinor, period },
    })),
    ...figuresOf({ lines, totalMinor, paidMinor }),
    payment: moved ? { amountMinor: paidMinor, at, card: payment ? toCard(payment) : null } : null,
  };
}

export function draftCreditNote(refund: Refund, corrects: DocumentContent["corrects"]): Draft {
  const { customer, payment, amountMinor, currency, updatedAt } = refund;
  const lines = [{ description: `Refund: ${payment.description}`, quantity: 1, amountMinor, period: null }];
  return {
    ...{ kind: "credit_note", buyer: customer.user, currency, lines, corrects },
    ...figuresOf({ lines, totalMinor: amountMinor, paidMinor: amountMinor }),
    payment: { amountMinor, at: updatedAt, card: toCard(payment) },
  };
}
