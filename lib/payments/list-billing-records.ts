import type { AppContext } from "@/lib/context";
import { readRecords } from "./read-records";
import type { BillingRecord, RecordCursor, RecordPage, RecordPageInput } from "./types";

const longestPage = 100;

const toCursor = (record: BillingRecord | undefined): RecordCursor | null =>
  record ? { at: record.at, id: record.id } : null;

/**
 * A page of what a member paid, tried to pay and got back, newest first, by keyset. Invoices that nobody had to pay for
 * are part of it.
 */
export async function listBillingRecords(
  { db }: Pick<AppContext, "db">,
  input: RecordPageInput,
): Promise<RecordPage> {
  const limit = Math.min(Math.max(Math.trunc(input.limit ?? 25), 1), longestPage);
  const read = await readRecords(db, { ...input, limit: limit + 1 });
  const forward = !input.before && input.after !== undefined;
  const more = read.length > limit;
  const records = forward ? read.slice(-limit) : read.slice(0, limit);
  return {
    records,
    older: forward || more ? toCursor(records.at(-1)) : null,
    newer: (forward ? more : input.before !== undefined) ? toCursor(records[0]) : null,
  };
}
