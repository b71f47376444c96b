import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { checkEntryFilter } from "./list-entries";
import { readEntries } from "./read-entries";
import { type Entry, type EntryFilter } from "./types";

const chunk = 1000;

/** The whole history that a filter selects, newest first, read in chunks as it is consumed. */
export async function* exportEntries(
  ctx: Pick<CreditsContext, "db">,
  input: EntryFilter & { userId: string },
): AsyncGenerator<Entry, void> {
  checkUserId(input.userId);
  checkEntryFilter(input);
  let before: bigint | undefined;
  for (;;) {
    const entries = await readEntries(ctx.db, { ...input, before, limit: chunk });
    yield* entries;
    before = entries.at(-1)?.seq;
    if (entries.length < chunk) return;
  }
}
