import { RefundForbidden } from "./errors";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { readRefundRequests } from "./queries";
import type { RefundRequestPage, RefundRequestStatus } from "./types";

const pageSize = 25;

interface PageInput {
  /** All of them if absent. */
  status?: RefundRequestStatus | undefined;
  before?: string | null;
  after?: string | null;
}

const toCursor = (row: { createdAt: Date; id: string } | undefined) =>
  row ? `${row.createdAt.getTime()}_${row.id}` : null;

/** Null for what no page gave. */
function fromCursor(text: string | null): { at: Date; id: string } | null {
  const [, at = "", id = ""] = /^(\d{1,15})_(.{36})$/.exec(text ?? "") ?? [];
  const instant = new Date(Number(at));
  return isUuid(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null;
}

/** Refunds that wait, or waited, for a second admin, newest first, by keyset. @throws RefundForbidden */
export async function listRefundRequests(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  { status, before = null, after = null }: PageInput = {},
): Promise<RefundRequestPage> {
  requireAdmin(actor, RefundForbidden);
  const below = fromCursor(before);
  const above = below ? null : fromCursor(after);
  const read = await readRefundRequests(db, {
    where: status ? { status } : {},
    ...{ place: below ?? above, order: above ? "asc" : "desc", limit: pageSize + 1 },
  });
  const more = read.length > pageSize;
  const requests = read.slice(0, pageSize);
  if (above) requests.reverse();
  return {
    requests,
    older: above || more ? toCursor(requests.at(-1)) : null,
    newer: (above ? more : below !== null) ? toCursor(requests[0]) : null,
  };
}
