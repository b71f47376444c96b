import { v7 as uuidv7 } from "uuid";
import type { Db, Prisma } from "@/lib/db";
import { contentSchema } from "./schema";
import type { DocumentContent, DocumentKind, IssuedDocument } from "./types";

/** The business object that a document is about; at most one document of a kind for each. */
export interface Subject {
  kind: DocumentKind;
  subject: string;
}

export function findIssued(db: Db, { kind, subject }: Subject): Promise<IssuedDocument | null> {
  return db.prisma.billingDocument.findUnique({
    where: { kind_subject: { kind, subject } },
    select: { id: true, kind: true, number: true, issuedAt: true },
  });
}

/**
 * Until the transaction ends, nobody else issues a document of any kind. One lock for all series, because one
 * transaction may need several: taken one by one, two transactions could each wait for the other's.
 */
export async function lockNumbers(tx: Db): Promise<void> {
  await tx.sql({
    name: "lock-document-numbers",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('document-numbers', 0))::text AS locked",
    values: [],
  });
}

/**
 * The next number of a series, or the last of the next so many. They are given back if the transaction fails, so that
 * the series has no gaps.
 */
export async function drawNumber(tx: Db, series: string, many = 1): Promise<number> {
  const [row] = await tx.sql<{ count: number }>({
    name: "draw-document-number",
    text: `INSERT INTO document_series (series, last_number) VALUES ($1::text, $2::int)
      ON CONFLICT (series) DO UPDATE SET last_number = document_series.last_number + $2::int
      RETURNING last_number AS count`,
    values: [series, many],
  });
  if (!row) throw new Error("A document series gave no number.");
  return row.count;
}

export interface NewDocument extends Subject {
  userId: string;
  paymentId: string | null;
  refundId: string | null;
  content: DocumentContent;
}

/** Amounts and instants as text, which `contentSchema` reads back. */
function toStored(content: DocumentContent): Prisma.InputJsonObject {
  const text = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  contentSchema.parse(JSON.parse(text));
  return JSON.parse(text) as Prisma.InputJsonObject;
}

function toRow({ kind, subject, userId, paymentId, refundId, content }: NewDocument) {
  return {
    ...{ id: uuidv7(), kind, subject, userId, paymentId, refundId },
    ...{ number: content.number, issuedAt: content.issuedAt, content: toStored(content) },
  };
}

export async function insertDocument(tx: Db, document: NewDocument): Promise<IssuedDocument> {
  return tx.prisma.billingDocument.create({
    data: toRow(document),
    select: { id: true, kind: true, number: true, issuedAt: true },
  });
}

const pieceSize = 400;

export async function insertDocuments(tx: Db, documents: readonly NewDocument[]): Promise<void> {
  for (let from = 0; from < documents.length; from += pieceSize) {
    await tx.prisma.billingDocument.createMany({ data: documents.slice(from, from + pieceSize).map(toRow) });
  }
}
