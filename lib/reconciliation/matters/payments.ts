import type { FoundPayment } from "@/lib/ports/reconciliation-gateway";
import { formatCredits, formatMoney } from "@/lib/shared/format";
import type { Finding, Matter } from "../matter";
import type { OurRow } from "../our-queries";

interface OurPayment extends OurRow {
  kind: "purchase" | "subscription";
  status: string;
  amountMinor: bigint;
  currency: string;
  problem: string | null;
  creditedAt: Date | null;
  refundedMinor: bigint;
  attemptKeys: string[];
  /** As agreed at checkout, or as the invoice brought. */
  promisedMilli: bigint;
  /** By our note of what it bought. */
  notedMilli: bigint;
  /** By the lots of that note in the ledger. */
  grantedMilli: bigint;
  costMinor: bigint;
  returnedMinor: bigint;
  /** Of the refunds whose credits were taken. */
  clawedMinor: bigint;
  lostDispute: boolean;
}

const lots = "payment_lots n JOIN credit_lots l ON l.user_id = t.user_id AND l.source_key = n.lot_key";
const clawed = "r.clawed_at IS NOT NULL AND r.restored_at IS NULL";

const columns = `t.kind::text AS kind, t.status::text AS status, t.amount_minor AS "amountMinor", t.currency, t.problem,
  t.credited_at AS "creditedAt", t.refunded_minor AS "refundedMinor",
  ARRAY(SELECT a.attempt_key FROM payment_attempts a WHERE a.payment_id = t.id) AS "attemptKeys",
  CASE t.kind WHEN 'purchase' THEN t.credits_milli
    ELSE coalesce((SELECT i.credits_milli FROM invoices i WHERE i.id = t.invoice_id), 0) END AS "promisedMilli",
  (SELECT coalesce(sum(n.credits_milli), 0)::bigint FROM payment_lots n WHERE n.payment_id = t.id) AS "notedMilli",
  (SELECT coalesce(sum(l.amount_milli), 0)::bigint FROM ${lots} WHERE n.payment_id = t.id) AS "grantedMilli",
  (SELECT coalesce(sum(n.cost_minor), 0)::bigint FROM payment_lots n WHERE n.payment_id = t.id) AS "costMinor",
  (SELECT coalesce(sum(l.returned_minor), 0)::bigint FROM ${lots} WHERE n.payment_id = t.id) AS "returnedMinor",
  (SELECT coalesce(sum(r.amount_minor), 0)::bigint FROM refunds r WHERE r.payment_id = t.id AND ${clawed}) AS "clawedMinor",
  EXISTS (SELECT FROM disputes d WHERE d.payment_id = t.id AND d.clawed_at IS NOT NULL) AS "lostDispute"`;

function compareMoney(there: FoundPayment, ours: OurPayment): Finding[] {
  const findings: Finding[] = [];
  const status = there.status === "incomplete" ? "failed" : there.status;
  if (ours.status !== status)
    findings.push({ kind: "status_differs", reason: "status", here: ours.status, there: status });
  const [here, over] = [
    formatMoney(ours.amountMinor, ours.currency),
    formatMoney(there.amountMinor, there.currency),
  ];
  if (here !== over) findings.push({ kind: "amount_differs", reason: "amount", here, there: over });
  const unknown = there.attempts.find(({ key }) => !ours.attemptKeys.includes(key));
  if (unknown)
    findings.push({
      kind: "missing_here",
      reason: "no_attempt",
      here: null,
      there: `${unknown.key} ${unknown.status}`,
    });
  if (there.refundedMinor !== null && there.refundedMinor !== ours.refundedMinor)
    findings.push({
      ...{ kind: "amount_differs", reason: "refunded_sum" },
      here: formatMoney(ours.refundedMinor, ours.currency),
      there: formatMoney(there.refundedMinor, ours.currency),
    });
  return findings;
}

function compareCredits(there: FoundPayment, ours: OurPayment): Finding[] {
  if (there.status !== "succeeded") return [];
  const { kind, problem, promisedMilli, notedMilli, grantedMilli } = ours;
  if (!ours.creditedAt) {
    // An invoice's credits are looked at with the invoice; what was all paid back needs none.
    const paidBack = (there.refundedMinor ?? ours.refundedMinor) >= ours.amountMinor;
    if (kind === "subscription" || paidBack) return [];
    const reason = problem ? "problem" : "not_credited";
    return [{ kind: "credits_not_granted", reason, here: problem, there: formatCredits(promisedMilli) }];
  }
  if (notedMilli !== promisedMilli || grantedMilli !== promisedMilli)
    return [
      {
        ...{ kind: "credits_differ", reason: "lots" },
        here: `${formatCredits(grantedMilli)} granted, ${formatCredits(notedMilli)} noted`,
        there: formatCredits(promisedMilli),
      },
    ];
  return compareReturns(ours);
}

/** A lost dispute takes what was left then; without one the lots have returned what the refunds took. */
function compareReturns({
  returnedMinor,
  clawedMinor,
  costMinor,
  lostDispute,
  currency,
}: OurPayment): Finding[] {
  const due = clawedMinor < costMinor ? clawedMinor : costMinor;
  if (lostDispute || returnedMinor === due) return [];
  const [here, there] = [formatMoney(returnedMinor, currency), formatMoney(due, currency)];
  return [{ kind: "credits_differ", reason: "returned_sum", here, there, repairable: false }];
}

/** What was charged, whether it arrived, and what it brought. */
export const payments: Matter<FoundPayment, OurPayment> = {
  object: "payment",
  source: {
    ...{ name: "payments", table: "payments", columns },
    stripeId: "t.stripe_payment_intent_id",
    at: "t.created_at",
    inTime: `t.id IN (SELECT a.payment_id FROM payment_attempts a
      WHERE a.attempted_at >= $4::timestamptz AND a.attempted_at < $5::timestamptz)`,
    open: "t.status = 'processing'",
  },
  list: (gateway, range) => gateway.listPayments(range),
  lookUp: (gateway, id) => gateway.lookUpPayment(id),
  idOf: ({ paymentIntentId }) => paymentIntentId,
  customerOf: ({ stripeCustomerId }) => stripeCustomerId,
  madeAt: ({ createdAt }) => createdAt,
  isNothing: ({ status, attempts }) =>
    (status === "incomplete" || status === "canceled") && attempts.length === 0,
  compare: (there, ours) => [...compareMoney(there, ours), ...compareCredits(there, ours)],
};
