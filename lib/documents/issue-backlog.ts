import type { Db } from "@/lib/db";
import { findSeller } from "@/lib/env";
import { invoiceLinesSchema } from "@/lib/payments";
import { draftCreditNote, draftInvoice, draftReceipt } from "./drafts";
import { seriesOf, toNumber, type Draft } from "./policy";
import { listPaidInvoices, listPaidPayments, listRefunds } from "./queries";
import { drawNumber, insertDocuments, lockNumbers, type NewDocument } from "./repository";
import type { DocumentContent } from "./types";

/** A document that is missing, and the day that it bears. */
export type MissingDocument =
  | { kind: "receipt"; at: Date; paymentId: string }
  | { kind: "invoice"; at: Date; invoiceId: string }
  | { kind: "credit_note"; at: Date; refundId: string };

type Issue = (draft: Draft, owner: Omit<NewDocument, "kind" | "content">) => void;

/** Numbers per series, drawn together. */
async function drawCounters(
  tx: Db,
  missing: readonly MissingDocument[],
): Promise<(series: string) => number> {
  const wanted = new Map<string, number>();
  for (const { kind, at } of missing) {
    const series = seriesOf(kind, at);
    wanted.set(series, (wanted.get(series) ?? 0) + 1);
  }
  const next = new Map<string, number>();
  for (const [series, many] of wanted) next.set(series, (await drawNumber(tx, series, many)) - many + 1);
  return (series) => {
    const number = next.get(series) ?? 0;
    next.set(series, number + 1);
    return number;
  };
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

async function readSubjects(tx: Db, missing: readonly MissingDocument[]) {
  const idsOf = (kind: MissingDocument["kind"]) =>
    missing.flatMap((one) => {
      if (one.kind !== kind) return [];
      return one.kind === "receipt" ? one.paymentId : one.kind === "invoice" ? one.invoiceId : one.refundId;
    });
  const payments = byId(await listPaidPayments(tx, idsOf("receipt")));
  const invoices = byId(await listPaidInvoices(tx, idsOf("invoice")));
  const refunds = byId(await listRefunds(tx, idsOf("credit_note")));
  return { payments, invoices, refunds };
}

type Subjects = Awaited<ReturnType<typeof readSubjects>>;

function requireIn<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (!row) throw new Error(`There is nothing to document under ${id}.`);
  return row;
}

/** Drafts one and gives it to `issue`; an invoice over nothing needs none. */
function draft(
  one: Exclude<MissingDocument, { kind: "credit_note" }>,
  subjects: Subjects,
  issue: Issue,
): void {
  if (one.kind === "receipt") {
    const { paymentId } = one;
    const payment = requireIn(subjects.payments, paymentId);
    const subject = `payment:${paymentId}`;
    issue(draftReceipt(payment), { subject, userId: payment.userId, paymentId, refundId: null });
    return;
  }
  const invoice = requireIn(subjects.invoices, one.invoiceId);
  const owner = { userId: invoice.userId, paymentId: invoice.payments[0]?.id ?? null, refundId: null };
  const lines = invoiceLinesSchema.parse(invoice.lines);
  issue(draftInvoice(invoice, lines), { subject: `invoice:${one.invoiceId}`, ...owner });
}

/**
 * Issues what a history that is taken over lacks, each document under its own date, numbered in the order of dates.
 * None of it may have been issued before. Call it last in the transaction that writes the history.
 *
 * @throws when a subject is missing, was not paid or did not succeed
 */
export async function issueBacklog(tx: Db, missing: readonly MissingDocument[]): Promise<void> {
  const inOrder = [...missing].sort((a, b) => a.at.getTime() - b.at.getTime());
  await lockNumbers(tx);
  const subjects = await readSubjects(tx, inOrder);
  const next = await drawCounters(tx, inOrder);
  const seller = findSeller();
  const issued = new Map<string, DocumentContent>();
  const documents: NewDocument[] = [];
  for (const one of inOrder) {
    const issue: Issue = (drafted, owner) => {
      const series = seriesOf(drafted.kind, one.at);
      const content = { ...drafted, number: toNumber(series, next(series)), issuedAt: one.at, seller };
      issued.set(owner.subject, content);
      documents.push({ ...owner, kind: drafted.kind, content });
    };
    if (one.kind !== "credit_note") {
      draft(one, subjects, issue);
      continue;
    }
    const { refundId } = one;
    const refund = requireIn(subjects.refunds, refundId);
    const { id: paymentId, invoiceId } = refund.payment;
    const corrected = issued.get(invoiceId ? `invoice:${invoiceId}` : `payment:${paymentId}`);
    const corrects = corrected ? { number: corrected.number, issuedAt: corrected.issuedAt } : null;
    const owner = { subject: `refund:${refundId}`, userId: refund.userId, paymentId, refundId };
    issue(draftCreditNote(refund, corrects), owner);
  }
  await insertDocuments(tx, documents);
}
