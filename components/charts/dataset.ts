/** How finely a chart divides time; weeks begin on Monday. */
export type Bucket = "day" | "week" | "month";

/** What the values of a column are, and so how they are written and drawn. */
export type Unit =
  | { kind: "text" }
  /** The first day of a stretch of time, "2026-11-22". */
  | { kind: "day"; bucket: Bucket }
  | { kind: "count" }
  /** A share of one. */
  | { kind: "share" }
  /** Milliseconds. */
  | { kind: "duration" }
  /** Milli-credits. */
  | { kind: "credits" }
  /** Minor units. */
  | { kind: "money"; currency: string };

/** Null where there is nothing to say. */
export type Cell = bigint | number | string | null;

export interface Column {
  key: string;
  title: string;
  unit: Unit;
}

/** What a chart draws, its table lists and its CSV holds: one for all three, so that they cannot differ. */
export interface Dataset {
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}
