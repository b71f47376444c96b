import { checkInstant, checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { InvalidCreditInput } from "./errors";
import { readEntries } from "./read-entries";
import { type Entry, type EntryFilter, type EntryPage, type EntryPageInput } from "./types";

const longestPage = 200;

/** @throws InvalidCreditInput for a filter that no history can match as text or time */
export function checkEntryFilter({ from, to, search }: EntryFilter): void {
  if (from) checkInstant("from", from);
  if (to) checkInstant("to", to);
  if (search?.includes("\0") || search?.isWellFormed() === false)
    throw new InvalidCreditInput("search", "not text");
}

function toPage(input: EntryPageInput, read: Entry[], limit: number): EntryPage {
  const forward = input.after !== undefined;
  const more = read.length > limit;
  const entries = forward ? read.slice(-limit) : read.slice(0, limit);
  const hasOlder = forward || more;
  const hasNewer = forward ? more : input.before !== undefined;
  return {
    entries,
    older: hasOlder ? (entries.at(-1)?.seq ?? null) : null,
    newer: hasNewer ? (entries[0]?.seq ?? null) : null,
  };
}

/**
 * A page of the history, newest first, by keyset: as fast on page 1,000 as on page 1. Holds are left out unless
 * `reasons` asks for them: they move nothing, and what ends them is told.
 * @throws InvalidCreditInput
 */
export async function listEntries(
  ctx: Pick<CreditsContext, "db">,
  input: EntryPageInput,
): Promise<EntryPage> {
  checkUserId(input.userId);
  checkEntryFilter(input);
  const limit = Math.min(Math.max(Math.trunc(input.limit ?? 50), 1), longestPage);
  return toPage(input, await readEntries(ctx.db, { ...input, limit: limit + 1 }), limit);
}
