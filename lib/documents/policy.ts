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
export type Draft = Omit<DocumentContent, "number" | "issuedAt" | "seller" | "taxMinor">;

function sumOf(lines: readonly DocumentLine[]): bigint {
  return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

interface Billed {
  lines: readonly DocumentLine[];
  totalMinor: bigint;
  paidMinor: bigint;
}

/**
 * The figures under the lines. What the lines are more than the total, a coupon took off; what was paid less than
 * the total, a credit balance paid. Lines that are less than the total are not its lines.
 * @throws RangeError for lines or a payment that cannot belong to the total
 */
export function figuresOf({ lines, totalMinor, paidMinor }: Billed) {
  const discountMinor = totalMinor - sumOf(lines);
  const balanceMinor = totalMinor - paidMinor;
  if (discountMinor > 0n) throw new RangeError("The lines of a document are less than its total.");
  if (balanceMinor < 0n) throw new RangeError("More was paid than a document asks for.");
  return { discountMinor, balanceMinor, totalMinor };
}
