import type { Db, SqlValue } from "@/lib/db";
import { readMarkedDays, withLaterDays } from "./changed-days";
import type { Rollup, Subject } from "./rollups/rollup";
import { spanOfParameters } from "./rollups/span";
import type { Day, DayRange } from "./types";
import { findZone } from "./zones";

/** Where the daily rows of a zone come from at this moment. */
export interface Source {
  db: Db;
  zone: string;
  /** False until its days were computed for the first time: all is read from the facts. */
  built: boolean;
  marked: ReadonlyMap<Subject, readonly Day[]>;
  /** The days of each rollup that are read from the facts, asked for once. */
  changed: Map<string, Promise<readonly Day[]>>;
}

/** Looks which days have to be read from the facts. */
export async function openSource(db: Db, zone: string): Promise<Source> {
  // In this order: a mark is removed only after its day was written.
  const marked = await readMarkedDays(db, zone);
  const found = await findZone(db, zone);
  return { db, zone, built: Boolean(found?.builtAt), marked, changed: new Map() };
}

/** The days before which there is nothing. */
export const beginningOfTime: Day = "1970-01-01";

const columnsOf = ({ keys, values }: Rollup) =>
  ["day", ...keys, ...values].map((name) => `"${name}"`).join(", ");

/** $4: the days that are not taken as they are kept. */
const kept = (rollup: Rollup) => `
    SELECT ${columnsOf(rollup)} FROM ${rollup.table}
    WHERE zone = $1::text AND ${rollup.scope} AND day BETWEEN $2::text::date AND $3::text::date
      AND NOT day = ANY ($4::text[]::date[])`;

const keptAndChanged = (rollup: Rollup) => `${kept(rollup)}
    UNION ALL
    SELECT ${columnsOf(rollup)} FROM unnest($4::text[]::date[]) AS changed (changed_day)
    CROSS JOIN LATERAL (
      ${rollup.facts({ zone: "$1::text", from: "changed.changed_day", to: "changed.changed_day" })}) AS facts`;

const factsAlone = (rollup: Rollup) => `
    SELECT ${columnsOf(rollup)} FROM (${rollup.facts(spanOfParameters)}) AS facts
    WHERE $4::text[] IS NOT NULL`;

function changedDaysOf(
  { db, zone, built, marked, changed }: Source,
  rollup: Rollup,
): Promise<readonly Day[]> {
  const known = changed.get(rollup.name);
  if (known) return known;
  const days = withLaterDays(db, rollup, { zone, days: built ? (marked.get(rollup.subject) ?? []) : [] });
  changed.set(rollup.name, days);
  return days;
}

interface Question {
  rollup: Rollup;
  range: DayRange;
  /** A name for the statement, unique among those of the rollup. */
  name: string;
  /** SELECT from `rows`: the rollup's rows of the range. Its own parameters begin with $5. */
  select: string;
  values?: readonly SqlValue[];
}

/**
 * Reads daily rows: those of days that changed from the facts, all others as they are kept. What was committed before
 * the source was opened is in it.
 */
export async function ask<Row>(source: Source, question: Question): Promise<Row[]> {
  const { rollup, range, name, select, values = [] } = question;
  const { db, zone, built } = source;
  const days = await changedDaysOf(source, rollup);
  const changed = days.filter((day) => day >= range.from && day <= range.to);
  // The facts make a statement that is planned for longer than it runs: they are left out where nothing changed.
  const from = !built ? "facts" : changed.length > 0 ? "changed" : "kept";
  const rows = { facts: factsAlone, changed: keptAndChanged, kept }[from](rollup);
  return db.sql<Row>({
    name: `analytics-${rollup.name}-${name}-${from}`,
    text: `WITH rows AS NOT MATERIALIZED (${rows}) ${select}`,
    values: [zone, range.from, range.to, changed, ...values],
  });
}
