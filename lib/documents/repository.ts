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

/** The next number of a series. It is given back if the transaction fails, so that the series has no gaps. */
export async function drawNumber(tx: Db, series: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>({
    name: "draw-document-number",
    text: `INSERT INTO document_series (series, last_number) VALUES ($1::text, 1)
      ON CONFLICT (series) DO UPDATE SET last_number = document_series.last_number + 1
      RETURNING last_number AS count`,
    values: [series],
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

export async function insertDocument(tx: Db, document: NewDocument): Promise<IssuedDocument> {
  const { kind, subject, userId, paymentId, refundId, content } = document;
  return tx.prisma.billingDocument.create({
    data: {
      ...{ id: uuidv7(), kind, subject, userId, paymentId, refundId },
      number: content.number,
      issuedAt: content.issuedAt,
      content: toStored(content),
    },
    select: { id: true, kind: true, number: true, issuedAt: true },
  });
}
