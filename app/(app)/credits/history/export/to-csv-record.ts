import { type Entry } from "@/lib/credits/types";

export const csvColumns = [
  "number",
  "time",
  "movement",
  "description",
  "reference",
  "credits",
  "balance",
  "owed_change",
  "lots",
] as const;

type CsvRecord = Record<(typeof csvColumns)[number], string | bigint>;

/** One line of the export. Amounts stay bigint, so that a minus sign is a number's and not a formula's. */
export function toCsvRecord(entry: Entry): CsvRecord {
  return {
    number: entry.seq.toString(),
    time: entry.at.toISOString(),
    movement: entry.reason,
    description: entry.description,
    reference: entry.reference,
    credits: entry.deltaMilli,
    balance: entry.balanceAfterMilli,
    owed_change: entry.debtDeltaMilli,
    lots: entry.parts
      .map((part) => `${part.lotDescription || part.kind} (${part.kind}): ${toDecimal(part.creditsMilli)}`)
      .join("; "),
  };
}

/** `-36500n` is "-36.5": digits for programs, without the separators and signs for readers. */
export function toDecimal(creditsMilli: bigint): string {
  const negative = creditsMilli < 0n;
  const digits = (negative ? -creditsMilli : creditsMilli).toString().padStart(4, "0");
  const fraction = digits.slice(-3).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -3)}${fraction ? `.${fraction}` : ""}`;
}
