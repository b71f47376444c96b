import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { readNotices } from "./queries";
import type { NoticeFilter, NoticePage } from "./types";

const pageSize = 25;

interface PageInput {
  userId: string;
  filter?: NoticeFilter;
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null;
  after?: string | null;
}

const toCursor = (text: string | null | undefined) => (text && isUuid(text) ? text : null);

/** A page of a person's inbox, newest first, by keyset. A cursor that is none begins at the newest. */
export async function listNotices(
  { db }: Pick<AppContext, "db">,
  { userId, filter = "all", ...cursors }: PageInput,
): Promise<NoticePage> {
  const before = toCursor(cursors.before);
  const after = before ? null : toCursor(cursors.after);
  const read = await readNotices(db, { userId, filter, before, after, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const notices = after ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    notices,
    older: after || more ? (notices.at(-1)?.id ?? null) : null,
    newer: (after ? more : before !== null) ? (notices[0]?.id ?? null) : null,
  };
}
