import type { AppContext } from "@/lib/context";
import { requireReader } from "./policy";
import { readEntries } from "./queries";
import type { AuditFilter, AuditPage } from "./types";

const pageSize = 50;

interface PageInput extends AuditFilter {
  before?: string | null;
  after?: string | null;
}

/**
 * A page of what admins, the command line and jobs did, newest first, by keyset. `before` wins over `after`.
 * @throws AdminRequired
 */
export async function listAudit(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  { before = null, after = null, ...filter }: PageInput = {},
): Promise<AuditPage> {
  requireReader(actor);
  const forward = before === null && after !== null;
  const read = await readEntries(db, { ...filter, before, after, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const entries = forward ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    entries,
    older: forward || more ? (entries.at(-1)?.id ?? null) : null,
    newer: (forward ? more : before !== null) ? (entries[0]?.id ?? null) : null,
  };
}
