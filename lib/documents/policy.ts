import type { DocumentContent, DocumentKind, DocumentLine } from "./types";

const prefixes: Readonly<Record<DocumentKind, string>> = { receipt: "R", invoice: "INV", credit_note: "CN" };

/** Each kind counts from 1 in each year (UTC): "R-2026". */
export function seriesOf(kind: DocumentKind, issuedAt: Date): string {
  return `${prefixes[kind]}-${issuedAt.getUTCFullYear()}`;
}

/** "R-2026-000001" */
export function toNumber(series: string, count: number): string {
  return `${series}-${String(count).padStart(6, "0")}`;
}

/** What is on a document before it has its number. */
export type Draft = Omit<DocumentContent, "number" | "issuedAt" | "seller">;

function sumOf(lines: readonly DocumentLine[]): bigint {
  return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

interface Billed {
  lines: readonly DocumentLine[];
  totalMinor: bigint;
  paidMinor: bigint;
}

/**
 * The figures under the lines, which always add up: a document must never stand in the way of what it documents. What
 * the lines are more than the total, a coupon took off; what they are less, Stripe added as tax. What was paid less
 * than the total, a credit balance paid; what was paid more, was owed from before.
 */
export function figuresOf({ lines, totalMinor, paidMinor }: Billed) {
  const difference = totalMinor - sumOf(lines);
  return {
    discountMinor: difference < 0n ? difference : 0n,
    taxMinor: difference > 0n ? difference : 0n,
    totalMinor,
    balanceMinor: totalMinor - paidMinor,
  };
}
