/** A part of what orders rows. */
export interface CursorPart {
  expression: string;
  type: "uuid" | "int" | "text" | "timestamptz";
}

/** One kind of rows that belong to a person, as it stands in an export. The texts are parts of a statement: constants. */
export interface DataSet {
  /** Of its files in the zip. */
  name: string;
  /** What it is, for the README. */
  about: string;
  table: string;
  /** The column that says whose a row is; `user_id` unless told otherwise. */
  owner?: string;
  /** What orders the rows and never repeats within one person's; of several parts, their combination. */
  cursor: CursorPart | readonly CursorPart[];
  /** What is told, by the name that it has in the export. Secrets, and what others wrote about a person, are not. */
  columns: Readonly<Record<string, string>>;
}

/** Rows by their id, which is in the order of time. */
export const byId = { expression: "id", type: "uuid" } as const;

/** Exact up to 15 digits. */
export const inCredits = (milli: string) => `(${milli} / 1000.0)::float8`;
