import { isUuid } from "@/lib/shared/is-uuid";

/** Rows of one person, newest first. `before` wins over `after`. */
export interface TimelineInput {
  userId: string;
  before?: string | null;
  after?: string | null;
}

export interface TimelinePage<Row> {
  rows: Row[];
  older: string | null;
  newer: string | null;
}

interface Place {
  at: Date;
  id: string;
}

/** What to read: nearest to the place first. */
export interface TimelineRead {
  userId: string;
  place: Place | null;
  order: "asc" | "desc";
  limit: number;
}

const pageSize = 25;

const toCursor = (row: Place | undefined) => (row ? `${row.at.getTime()}_${row.id}` : null);

/** Null for what no page gave. */
function fromCursor(text: string | null | undefined): Place | null {
  const [, at = "", id = ""] = /^(\d{1,15})_(.{36})$/.exec(text ?? "") ?? [];
  const instant = new Date(Number(at));
  return isUuid(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null;
}

/** A keyset page of what `read` finds; the rows of a page that is read backwards are turned round. */
export async function readTimeline<Row extends Place>(
  { userId, before, after }: TimelineInput,
  read: (what: TimelineRead) => Promise<Row[]>,
): Promise<TimelinePage<Row>> {
  const below = fromCursor(before);
  const above = below ? null : fromCursor(after);
  const order = above ? "asc" : "desc";
  const found = await read({ userId, place: below ?? above, order, limit: pageSize + 1 });
  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (above) rows.reverse();
  return {
    rows,
    older: above || more ? toCursor(rows.at(-1)) : null,
    newer: (above ? more : below !== null) ? toCursor(rows[0]) : null,
  };
}
