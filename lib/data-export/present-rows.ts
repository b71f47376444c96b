import { stringify } from "csv-stringify/sync";
import type { Row } from "./row-queries";

/** Instants as text, whole numbers of any size as numbers. */
function toPlain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}

/** A spreadsheet's cell: lists and objects as JSON. Numbers stay numbers, so that a minus is no formula. */
function toCell(value: unknown): string | number {
  const plain = toPlain(value);
  if (plain === null || plain === undefined) return "";
  if (typeof plain === "number" || typeof plain === "string") return plain;
  return JSON.stringify(plain);
}

/** A JSON array of objects, as its rows are read. */
export async function* toJson(
  columns: readonly string[],
  chunks: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void> {
  let separator = "[\n";
  for await (const rows of chunks) {
    const objects = rows.map((row) => {
      const members = columns.map(
        (name) => `${JSON.stringify(name)}:${JSON.stringify(toPlain(row[name]) ?? null)}`,
      );
      return `{${members.join(",")}}`;
    });
    yield separator + objects.join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

const byteOrderMark = "\uFEFF"; // spreadsheets take UTF-8 for something else without it

/** The same as lines for a spreadsheet. What begins like a formula is made text by an apostrophe. */
export async function* toCsv(
  columns: readonly string[],
  chunks: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void> {
  yield byteOrderMark + stringify([columns]);
  for await (const rows of chunks) {
    const lines = rows.map((row) => columns.map((column) => toCell(row[column])));
    yield stringify(lines, { escape_formulas: true });
  }
}
