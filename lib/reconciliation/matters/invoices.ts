import { findPlanTerms } from "@/lib/catalog";
import type { Db } from "@/lib/db";
import type { FoundInvoice } from "@/lib/ports/reconciliation-gateway";
import { formatCredits, formatMoney } from "@/lib/shared/format";
import { grantsOfInvoice } from "@/lib/subscriptions";
import type { Finding, Matter } from "../matter";
import type { OurRow } from "../our-queries";

interface OurInvoice extends OurRow {
  status: string;
  totalMinor: bigint;
  paidMinor: bigint;
  dueMinor: bigint;
  currency: string;
  problem: string | null;
  creditedAt: Date | null;
  creditsMilli: bigint;
  /** What the ledger has of it. */
  lotKeys: string[];
  grantedMilli: bigint;
  paidBack: boolean;
}

type LiveInvoice = FoundInvoice & {
  /** Of the lots that its lines stand for; null where only the whole reading can tell (parts of periods). */
  lotKeys: string[] | null;
};

const lots =
  "credit_lots l WHERE l.user_id = t.user_id AND starts_with(l.source_key, 'in:' || t.stripe_invoice_id || ':')";

const columns = `t.status::text AS status, t.total_minor AS "totalMinor", t.paid_minor AS "paidMinor",
  t.due_minor AS "dueMinor", t.currency, t.problem, t.credited_at AS "creditedAt", t.credits_milli AS "creditsMilli",
  ARRAY(SELECT l.source_key FROM ${lots} ORDER BY 1) AS "lotKeys",
  (SELECT coalesce(sum(l.amount_milli), 0)::bigint FROM ${lots}) AS "grantedMilli",
  coalesce((SELECT bool_and(p.refunded_minor >= p.amount_minor) FROM payments p
    WHERE p.invoice_id = t.id AND p.status = 'succeeded'), false) AS "paidBack"`;

const toLive = (invoice: FoundInvoice): LiveInvoice => ({ ...invoice, lotKeys: null });

const isWhole = ({ lines }: FoundInvoice) =>
  lines.every(({ proration, amountMinor }) => !proration && amountMinor > 0n);

/**
 * Which lots an invoice must have brought. Only which: how many credits each holds was decided by the catalogue of its
 * day, and is on the invoice's row.
 */
async function addLotKeys(db: Db, invoices: LiveInvoice[]): Promise<LiveInvoice[]> {
  const prices = invoices.flatMap(({ lines }) => lines.flatMap(({ stripePriceId }) => stripePriceId ?? []));
  const terms = await findPlanTerms(db, [...new Set(prices)]);
  return invoices.map((invoice) => {
    if (!isWhole(invoice)) return invoice;
    const lines = invoice.lines.map((line) => ({ ...line, wholePeriod: null }));
    const termsOf = (price: string | null) => (price && terms.get(price)) || null;
    const grants = grantsOfInvoice(invoice.stripeInvoiceId, lines, termsOf);
    return { ...invoice, lotKeys: grants.map(({ key }) => key).sort() };
  });
}

type Sums = Pick<OurInvoice, "totalMinor" | "paidMinor" | "dueMinor" | "currency">;

function sumsOf({ totalMinor, paidMinor, dueMinor, currency }: Sums): string {
  const [total, paid, due] = [totalMinor, paidMinor, dueMinor].map((minor) => formatMoney(minor, currency));
  return `${total}, ${paid} paid, ${due} due`;
}

function compareMoney(there: LiveInvoice, ours: OurInvoice): Finding[] {
  const findings: Finding[] = [];
  if (there.status !== ours.status)
    findings.push({ kind: "status_differs", reason: "status", here: ours.status, there: there.status });
  const [over, here] = [sumsOf(there), sumsOf(ours)];
  if (here !== over) findings.push({ kind: "amount_differs", reason: "amount", here, there: over });
  return findings;
}

function compareCredits(there: LiveInvoice, ours: OurInvoice): Finding[] {
  if (there.status !== "paid") return [];
  const { problem, creditedAt, creditsMilli, grantedMilli } = ours;
  if (!creditedAt) {
    // A second subscription brings nothing, on purpose: it is ended and paid back.
    if (problem === "second_subscription" || ours.paidBack) return [];
    const reason = problem ? "problem" : "not_credited";
    return [{ kind: "credits_not_granted", reason, here: problem, there: null }];
  }
  const sameLots = there.lotKeys === null || there.lotKeys.join() === [...ours.lotKeys].sort().join();
  if (sameLots && creditsMilli === grantedMilli) return [];
  return [
    {
      ...{ kind: "credits_differ", reason: "lots" },
      here: `${formatCredits(grantedMilli)} in ${ours.lotKeys.length} lots`,
      there: `${formatCredits(creditsMilli)} in ${there.lotKeys?.length ?? ours.lotKeys.length} lots`,
    },
  ];
}

/** What was billed, whether it was paid, and the credits of its months. */
export const invoices: Matter<LiveInvoice, OurInvoice> = {
  object: "invoice",
  source: {
    ...{ name: "invoices", table: "invoices", columns },
    stripeId: "t.stripe_invoice_id",
    at: "t.issued_at",
    inTime: "t.issued_at >= $4::timestamptz AND t.issued_at < $5::timestamptz",
    open: "t.status = 'open'",
  },
  async *list(gateway, range) {
    for await (const invoice of gateway.listInvoices(range)) yield toLive(invoice);
  },
  lookUp: async (gateway, id) => {
    const invoice = await gateway.lookUpInvoice(id);
    return invoice && toLive(invoice);
  },
  complete: addLotKeys,
  idOf: ({ stripeInvoiceId }) => stripeInvoiceId,
  customerOf: ({ stripeCustomerId }) => stripeCustomerId,
  madeAt: ({ issuedAt }) => issuedAt,
  compare: (there, ours) => [...compareMoney(there, ours), ...compareCredits(there, ours)],
};
