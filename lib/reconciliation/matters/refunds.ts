import type { FoundRefund } from "@/lib/ports/reconciliation-gateway";
import { formatMoney } from "@/lib/shared/format";
import type { Finding, Matter } from "../matter";
import type { OurRow } from "../our-queries";

interface OurRefund extends OurRow {
  status: string;
  amountMinor: bigint;
  currency: string;
  credits: "claw_back" | "keep";
  clawedAt: Date | null;
  restoredAt: Date | null;
  /** Its payment brought credits. */
  credited: boolean;
}

const columns = `t.status::text AS status, t.amount_minor AS "amountMinor", t.currency, t.credits::text AS credits,
  t.clawed_at AS "clawedAt", t.restored_at AS "restoredAt",
  EXISTS (SELECT FROM payment_lots n WHERE n.payment_id = t.payment_id) AS credited`;

function compareCredits(there: FoundRefund, ours: OurRefund): Finding[] {
  const { credits, credited, clawedAt, restoredAt } = ours;
  const gone = there.status !== "failed" && there.status !== "canceled";
  if (gone && credits === "claw_back" && credited && !clawedAt)
    return [{ kind: "credits_differ", reason: "refund_took_nothing", here: null, there: there.status }];
  if (!gone && clawedAt && !restoredAt)
    return [{ kind: "credits_differ", reason: "refund_gave_nothing_back", here: null, there: there.status }];
  return [];
}

function compare(there: FoundRefund, ours: OurRefund): Finding[] {
  const findings = compareCredits(there, ours);
  if (there.status !== ours.status)
    findings.push({ kind: "status_differs", reason: "status", here: ours.status, there: there.status });
  const [here, over] = [
    formatMoney(ours.amountMinor, ours.currency),
    formatMoney(there.amountMinor, there.currency),
  ];
  // Stripe never changes a refund's amount, so no reading of it would change ours.
  if (here !== over)
    findings.push({ kind: "amount_differs", reason: "amount", here, there: over, repairable: false });
  return findings;
}

/** Money that went back, and the credits that followed it. */
export const refunds: Matter<FoundRefund, OurRefund> = {
  object: "refund",
  source: {
    ...{ name: "refunds", table: "refunds", columns },
    stripeId: "t.stripe_refund_id",
    at: "t.created_at",
    inTime: `t.stripe_refund_id IS NOT NULL AND t.created_at >= $4::timestamptz AND t.created_at < $5::timestamptz`,
    open: "t.stripe_refund_id IS NOT NULL AND t.status IN ('pending', 'requires_action')",
  },
  list: (gateway, range) => gateway.listRefunds(range),
  lookUp: (gateway, id) => gateway.lookUpRefund(id),
  idOf: ({ stripeRefundId }) => stripeRefundId,
  customerOf: ({ stripeCustomerId }) => stripeCustomerId,
  madeAt: ({ createdAt }) => createdAt,
  compare,
};
