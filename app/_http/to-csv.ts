import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";

const byteOrderMark = "\uFEFF";

type Cell = string | number | bigint | null;

interface Column {
  /** As programs read it. */
  title: string;
  /** In the rows. */
  name: string;
}

/** `-36500n` milli-credits are "-36.5". */
function toDecimal(creditsMilli: bigint): string {
  const negative = creditsMilli < 0n;
  const digits = (negative ? -creditsMilli : creditsMilli).toString().padStart(4, "0");
  const fraction = digits.slice(-3).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -3)}${fraction ? `.${fraction}` : ""}`;
}

/**
 * The lines of a file as its rows are read: many rows need no more memory than one. Whole numbers of 64 bits are
 * milli-credits, and become plain decimals of credits; what people can name never becomes a formula.
 */
export async function* toCsv(
  columns: readonly Column[],
  rows: AsyncIterable<Readonly<Record<string, Cell>>> | Iterable<Readonly<Record<string, Cell>>>,
): AsyncGenerator<string> {
  // Spreadsheets take UTF-8 for something else without the mark.
  yield byteOrderMark + stringify([columns.map(({ title }) => title)]);
  const options = {
    columns: columns.map(({ name }) => name),
    escape_formulas: true,
    cast: { bigint: toDecimal },
  };
  for await (const row of rows) yield stringify([row], options);
}

/** The same as the body of an answer, read while it is sent. */
export function toCsvBody(...file: Parameters<typeof toCsv>): ReadableStream<Uint8Array> {
  const lines = Readable.toWeb(Readable.from(toCsv(...file))) as ReadableStream<string>;
  return lines.pipeThrough(new TextEncoderStream());
}
