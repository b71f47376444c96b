import { TransactionNotFound } from "./errors";
import type { AppContext } from "@/lib/context";
import { findUserOfCustomer } from "@/lib/customers";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import type {
  FoundDispute,
  FoundInvoice,
  FoundPayment,
  FoundRefund,
} from "@/lib/ports/reconciliation-gateway";
import type { GatewaySubscription } from "@/lib/ports/subscription-gateway";
import { inspectObject } from "@/lib/reconciliation";
import type { ReconciledObject } from "@/lib/reconciliation/types";
import { requireAdmin } from "@/lib/shared/require-admin";
import {
  compareDispute,
  compareInvoice,
  comparePayment,
  compareRefund,
  compareSubscription,
} from "./compare-sides";
import type { PaymentRow } from "./payment-queries";
import type { ComparedObject, FieldPair, StripeSide } from "./types";
import { withinPatience } from "./within-patience";

type Context = Pick<AppContext, "db" | "payments" | "actor" | "log">;

interface Asked {
  object: ReconciledObject;
  id: string;
  title: string;
  compare: (there: unknown) => FieldPair[];
}

/** What is compared: the payment, then what it belongs to, then what happened to it. */
function toAsked(row: PaymentRow, customerHere: string | null): Asked[] {
  const { invoice, refunds, disputes } = row;
  const subscription = invoice?.subscription;
  return [
    {
      ...{ object: "payment", id: row.stripePaymentIntentId, title: "Payment" },
      compare: (there) => comparePayment(row, there as FoundPayment, customerHere),
    },
    ...(invoice
      ? [
          {
            ...{ object: "invoice" as const, id: invoice.stripeInvoiceId, title: "Invoice" },
            compare: (there: unknown) => compareInvoice(invoice, there as FoundInvoice),
          },
        ]
      : []),
    ...(subscription
      ? [
          {
            ...{ object: "subscription" as const, id: subscription.stripeSubscriptionId, title: "Plan" },
            compare: (there: unknown) => compareSubscription(subscription, there as GatewaySubscription),
          },
        ]
      : []),
    ...refunds.flatMap((refund): Asked[] => {
      const { stripeRefundId: id } = refund;
      const compare = (there: unknown) => compareRefund(refund, there as FoundRefund);
      return id ? [{ object: "refund", id, title: "Refund", compare }] : [];
    }),
    ...disputes.map((dispute): Asked => {
      const compare = (there: unknown) => compareDispute(dispute, there as FoundDispute);
      return { object: "dispute", id: dispute.stripeDisputeId, title: "Dispute", compare };
    }),
  ];
}

async function readOne(ctx: Context, { object, id, title, compare }: Asked): Promise<ComparedObject> {
  const { there, differences } = await inspectObject(ctx, { object, id });
  return {
    object,
    id,
    title,
    known: there !== null,
    fields: there === null ? [] : compare(there),
    differences,
  };
}

/** Somebody may have had several customers: any that is theirs is as it should be. */
async function customerHere({ db, payments }: Context, row: PaymentRow): Promise<string | null> {
  const there = await payments.lookUpPayment(row.stripePaymentIntentId);
  const customer = there?.stripeCustomerId;
  const owner = customer ? await findUserOfCustomer(db, customer) : null;
  return customer && owner === row.userId ? customer : (row.customer.stripeCustomerId ?? null);
}

async function readAll(ctx: Context, row: PaymentRow): Promise<ComparedObject[]> {
  const objects: ComparedObject[] = [];
  for (const asked of toAsked(row, await customerHere(ctx, row))) objects.push(await readOne(ctx, asked));
  return objects;
}

/**
 * The payment and what belongs to it as Stripe has it now, field by field beside ours, with the differences that the
 * reconciliation finds. Waits a few seconds at most; changes nothing.
 * @throws TransactionNotFound to anybody but an admin
 */
export async function readStripeSide(ctx: Context, row: PaymentRow): Promise<StripeSide> {
  requireAdmin(ctx.actor, TransactionNotFound);
  try {
    return { outcome: "read", objects: await withinPatience(readAll(ctx, row)) };
  } catch (err) {
    if (!(err instanceof PaymentGatewayError)) throw err;
    ctx.log.warn({ err, paymentId: row.id }, "Stripe could not be asked about a payment");
    return { outcome: "unreachable" };
  }
}
