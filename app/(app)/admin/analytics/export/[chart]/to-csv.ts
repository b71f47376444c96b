import { stringify } from "csv-stringify/sync";
import type { Cell, Dataset, Unit } from "@/components/charts/dataset";
import { minorDigitsOf } from "@/lib/shared/format";

const byteOrderMark = "\uFEFF";

/** The table of a chart for programs: amounts as plain decimals with their currency beside them, days as they are kept. */
export function toCsv({ columns, rows }: Dataset): string {
  const currency = columns.map(({ unit }) => unit).find((unit) => unit.kind === "money")?.currency;
  const head = [...columns.map(toHeader), ...(currency ? ["currency"] : [])];
  const lines = rows.map((row) => [
    ...columns.map(({ unit }, index) => toValue(row[index] ?? null, unit)),
    ...(currency ? [currency.toUpperCase()] : []),
  ]);
  // Spreadsheets take UTF-8 for something else without the mark.
  return byteOrderMark + stringify([head, ...lines]);
}

const toHeader = ({ title, unit }: Dataset["columns"][number]) =>
  `${title}${unit.kind === "duration" ? " ms" : ""}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");

function toValue(cell: Cell, unit: Unit): string {
  if (cell === null) return "";
  if (typeof cell === "string") return withoutFormula(cell);
  if (unit.kind === "money") return toDecimal(BigInt(cell), minorDigitsOf(unit.currency));
  return unit.kind === "credits" ? toDecimal(BigInt(cell), 3) : String(cell);
}

/** What people can name must not become a formula in a spreadsheet. Numbers may begin with a minus: they are ours. */
const withoutFormula = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** `(-1250n, 2)` is "-12.50". */
function toDecimal(value: bigint, digits: number): string {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${value < 0n ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ""}`;
}
