import { ContactForbidden } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
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
 * What people wrote, newest first, by keyset. That somebody looked is on record.
 * @throws ContactForbidden
 */
export async function listMessages(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  { status = null, ...cursors }: Input = {},
  origin: AuditedAct["origin"] = null,
): Promise<MessagePage> {
  requireAdmin(actor, ContactForbidden);
  const before = toCursor(cursors.before);
  const after = before ? null : toCursor(cursors.after);
  const read = await readMessages(db, { status, before, after, limit: pageSize + 1 });
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "messages_listed", target: { type: "message", id: "list" } },
      ...{ after: { status, before, after }, now: systemClock.now() },
    }),
  );
  const more = read.length > pageSize;
  const messages = after ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    messages,
    older: after || more ? (messages.at(-1)?.id ?? null) : null,
    newer: (after ? more : before !== null) ? (messages[0]?.id ?? null) : null,
  };
}
