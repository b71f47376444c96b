import type { Span } from "./span";

/** What kind of fact changed: what marks are written under. */
export type Subject = "money" | "runs" | "people" | "plans" | "credits";

/**
 * One definition of daily figures. The job that keeps them, the rebuilding, the check and every read of a day that has
 * changed use this same `facts`, so that a figure has one meaning.
 */
export interface Rollup {
  /** Short and unique: in the names of statements. */
  name: string;
  /** Of the table that keeps it. */
  table: string;
  subject: Subject;
  /** SQL condition: which rows of the table are this rollup's, where two share one. */
  scope: string;
  /** Columns beside zone and day that name a row. */
  keys: readonly string[];
  values: readonly string[];
  /** SELECT of `day`, keys and values in their order, from the facts of the span. Days without facts have no rows. */
  facts: (span: Span) => string;
  /**
   * SELECT of the days (`day`) after the span on which somebody of the span did something again: their figures depend on
   * what happened before. Absent where every day stands for itself.
   */
  later?: (span: Span) => string;
  /** SELECT of the last day (`day`) after another one that has facts, where such a day may have no rows. */
  lastDay?: (zone: string, after: string) => string;
}

/** SQL: the day, keys and values of a rollup, in the order in which `facts` selects them. */
export const columnsOf = ({ keys, values }: Pick<Rollup, "keys" | "values">): string =>
  ["day", ...keys, ...values].map((name) => `"${name}"`).join(", ");
