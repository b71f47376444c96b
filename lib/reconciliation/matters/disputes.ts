import type { FoundDispute } from "@/lib/ports/reconciliation-gateway";
import type { GatewayDisputeStatus } from "@/lib/ports/dispute-gateway";
import { formatMoney } from "@/lib/shared/format";
import type { Finding, Matter } from "../matter";
import type { OurRow } from "../our-queries";

interface OurDispute extends OurRow {
  status: string;
  amountMinor: bigint;
  currency: string;
  frozenAt: Date | null;
  clawedAt: Date | null;
  credited: boolean;
}

const columns = `t.status::text AS status, t.amount_minor AS "amountMinor", t.currency, t.frozen_at AS "frozenAt",
  t.clawed_at AS "clawedAt", EXISTS (SELECT FROM payment_lots n WHERE n.payment_id = t.payment_id) AS credited`;

const freezing: readonly GatewayDisputeStatus[] = ["needs_response", "under_review"];
const taking: readonly GatewayDisputeStatus[] = ["lost", "appeal_needs_response", "appeal_under_review"];

function compareCredits({ status }: FoundDispute, { credited, frozenAt, clawedAt }: OurDispute): Finding[] {
  if (credited && freezing.includes(status) && !frozenAt)
    return [{ kind: "credits_differ", reason: "dispute_froze_nothing", here: null, there: status }];
  if (credited && taking.includes(status) && !clawedAt)
    return [{ kind: "credits_differ", reason: "dispute_took_nothing", here: null, there: status }];
  return [];
}

function compare(there: FoundDispute, ours: OurDispute): Finding[] {
  const findings = compareCredits(there, ours);
  if (there.status !== ours.status)
    findings.push({ kind: "status_differs", reason: "status", here: ours.status, there: there.status });
  const [here, over] = [
    formatMoney(ours.amountMinor, ours.currency),
    formatMoney(there.amountMinor, there.currency),
  ];
  if (here !== over) findings.push({ kind: "amount_differs", reason: "amount", here, there: over });
  return findings;
}

/** Money that banks ask for, and the credits that wait for them. */
export const disputes: Matter<FoundDispute, OurDispute> = {
  object: "dispute",
  source: {
    ...{ name: "disputes", table: "disputes", columns },
    stripeId: "t.stripe_dispute_id",
    at: "t.opened_at",
    inTime: "t.opened_at >= $4::timestamptz AND t.opened_at < $5::timestamptz",
    open: "t.status NOT IN ('warning_closed', 'won', 'lost', 'prevented')",
  },
  list: (gateway, range) => gateway.listDisputes(range),
  lookUp: (gateway, id) => gateway.lookUpDispute(id),
  idOf: ({ stripeDisputeId }) => stripeDisputeId,
  customerOf: ({ stripeCustomerId }) => stripeCustomerId,
  madeAt: ({ openedAt }) => openedAt,
  compare,
};
