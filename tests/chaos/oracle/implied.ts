import type Stripe from "stripe";
import { idOf, type Facts, type Invoice } from "./facts";
import { planLots, subscriptionOf, type ImpliedLot } from "./plan-lots";
import { packCredits } from "./sold";

/** A payment that succeeded, with what it must have brought and what went back. */
export interface ImpliedPayment {
  intentId: string;
  customer: string;
  amountMinor: bigint;
  kind: "pack" | "plan";
  invoiceId: string | null;
  subscriptionId: string | null;
  lots: ImpliedLot[];
  /** Of all refunds that Stripe took on. */
  refundedMinor: bigint;
  /** What takes credits along: those refunds, and disputes that were lost. */
  takenMinor: bigint;
  failedReturns: number;
  /** The bank looks into it: its credits are frozen. */
  frozen: boolean;
}

const accepted = new Set(["pending", "succeeded", "requires_action"]);
const contested = new Set(["needs_response", "under_review"]);
const lost = new Set(["lost", "appeal_needs_response", "appeal_under_review"]);

const sum = (amounts: readonly number[]): bigint => BigInt(amounts.reduce((total, one) => total + one, 0));

function returnsOf(facts: Facts, intentId: string, kept: ReadonlySet<string>) {
  const refunds = facts.refunds.filter(({ payment_intent }) => idOf(payment_intent) === intentId);
  const good = refunds.filter(({ status }) => accepted.has(status ?? ""));
  const taking = good.filter(({ metadata }) => !kept.has(metadata?.refund_id ?? ""));
  const disputes = facts.disputes.filter(({ payment_intent }) => idOf(payment_intent) === intentId);
  const losses = disputes.filter(({ status }) => lost.has(status));
  return {
    refundedMinor: sum(good.map(({ amount }) => amount)),
    takenMinor: sum([...taking, ...losses].map(({ amount }) => amount)),
    failedReturns: refunds.length - good.length,
    frozen: disputes.some(({ status }) => contested.has(status)),
  };
}

function packLots(facts: Facts, session: Stripe.Checkout.Session, intentId: string): ImpliedLot[] {
  const credits = packCredits[facts.prices.get(idOf(session.line_items?.data[0]?.price) ?? "") ?? ""];
  if (credits === undefined) throw new Error(`${session.id} sold something that nobody sells`);
  return [{ key: `pi:${intentId}`, creditsMilli: credits, startsAt: null, endsAt: null }];
}

function lotsOf(facts: Facts, intentId: string, invoice: Invoice | null): ImpliedLot[] | null {
  if (invoice) return invoice.invoice.status === "paid" ? planLots(facts, invoice) : [];
  const session = facts.sessions.find(({ payment_intent }) => idOf(payment_intent) === intentId);
  return session ? packLots(facts, session, intentId) : null;
}

/** Every payment that arrived, as Stripe's records imply it. */
export function impliedPayments(facts: Facts, kept: ReadonlySet<string>): ImpliedPayment[] {
  return facts.intents
    .filter(({ status }) => status === "succeeded")
    .flatMap((intent) => {
      const invoice = facts.invoices.find(({ intentIds }) => intentIds.includes(intent.id)) ?? null;
      const lots = lotsOf(facts, intent.id, invoice);
      if (!lots) return [];
      return [
        {
          intentId: intent.id,
          customer: idOf(intent.customer) ?? "",
          amountMinor: BigInt(intent.amount_received),
          kind: invoice ? ("plan" as const) : ("pack" as const),
          invoiceId: invoice?.invoice.id ?? null,
          subscriptionId: invoice && subscriptionOf(invoice),
          lots,
          ...returnsOf(facts, intent.id, kept),
        },
      ];
    });
}

/** Paid invoices for which no money moved: their credits cost nothing. */
export function freeInvoices(
  facts: Facts,
): { customer: string; subscriptionId: string | null; lots: ImpliedLot[] }[] {
  return facts.invoices
    .filter(({ invoice, intentIds }) => invoice.status === "paid" && !intentIds.some((id) => paid(facts, id)))
    .map((one) => ({
      customer: idOf(one.invoice.customer) ?? "",
      subscriptionId: subscriptionOf(one),
      lots: planLots(facts, one),
    }));
}

const paid = (facts: Facts, intentId: string) =>
  facts.intents.some(({ id, status }) => id === intentId && status === "succeeded");
