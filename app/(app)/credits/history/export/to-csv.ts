import { stringify } from "csv-stringify/sync";

import { type Entry } from "@/lib/credits/types";

import { csvColumns, toCsvRecord, toDecimal } from "./to-csv-record";

const byteOrderMark = "\uFEFF";

const options = {
  columns: [...csvColumns],
  // What people can name (a description) must not become a formula in their spreadsheet.
  escape_formulas: true,
  cast: { bigint: toDecimal },
};

/** The lines of the file as they are read: a million entries need no more memory than one. */
export async function* toCsv(entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  // Spreadsheets take UTF-8 for something else without the mark.
  yield byteOrderMark + stringify([csvColumns]);
  for await (const entry of entries) yield stringify([toCsvRecord(entry)], options);
}
