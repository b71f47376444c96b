import type { AppContext } from "@/lib/context";
import { readSecurityEvents } from "./queries";
import type { SecurityEventPage } from "./types";

const pageSize = 20;

interface PageInput {
  userId: string;
  before?: string | null;
  after?: string | null;
}

/** A page of a person's security log, newest first, by keyset. `before` wins over `after`. */
export async function listSecurityEvents(
  { db }: Pick<AppContext, "db">,
  { userId, before = null, after = null }: PageInput,
): Promise<SecurityEventPage> {
  const forward = before === null && after !== null;
  const read = await readSecurityEvents(db, { userId, before, after, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const events = forward ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    events,
    older: forward || more ? (events.at(-1)?.id ?? null) : null,
    newer: (forward ? more : before !== null) ? (events[0]?.id ?? null) : null,
  };
}
