import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "./policy";
import { readMessages } from "./queries";
import type { ContactStatus, MessagePage } from "./types";

interface Input {
  status?: ContactStatus | null;
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null;
  after?: string | null;
}

const pageSize = 25;

const toCursor = (text: string | null | undefined) => (text && isUuid(text) ? text : null);

/**
 * What people wrote, newest first, by keyset.
 * @throws ContactForbidden
 */
export async function listMessages(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  { status = null, ...cursors }: Input = {},
): Promise<MessagePage> {
  requireAdmin(actor);
  const before = toCursor(cursors.before);
  const after = before ? null : toCursor(cursors.after);
  const read = await readMessages(db, { status, before, after, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const messages = after ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    messages,
    older: after || more ? (messages.at(-1)?.id ?? null) : null,
    newer: (after ? more : before !== null) ? (messages[0]?.id ?? null) : null,
  };
}
