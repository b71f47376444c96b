import type { Db, SqlValue } from "@/lib/db";
import { readMarkedDays, withLaterDays } from "./changed-days";
import { columnsOf, type Rollup, type Subject } from "./rollups/rollup";
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
  /** What the facts say of such days as JSON, by rollup and days: several questions are about the same ones. */
  facts: Map<string, Promise<string>>;
  /** Rows by what was asked: two blocks of a page may ask the same. */
  answers: Map<string, Promise<readonly unknown[]>>;
}

/** Looks which days have to be read from the facts. */
export async function openSource(db: Db, zone: string): Promise<Source> {
  // In this order: a mark is removed only after its day was written.
  const marked = await readMarkedDays(db, zone);
  const found = await findZone(db, zone);
  const built = Boolean(found?.builtAt);
  return { db, zone, built, marked, changed: new Map(), facts: new Map(), answers: new Map() };
}

/** The days before which there is nothing. */
export const beginningOfTime: Day = "1970-01-01";

/** $4: the days that are not taken as they are kept. */
const kept = (rollup: Rollup) => `
    SELECT ${columnsOf(rollup)} FROM ${rollup.table}
    WHERE zone = $1::text AND ${rollup.scope} AND day BETWEEN $2::text::date AND $3::text::date
      AND NOT day = ANY ($4::text[]::date[])`;

/** `changed` is a parameter: the rows of those days. */
const keptAndChanged = (rollup: Rollup, changed: string) => `${kept(rollup)}
    UNION ALL
    SELECT ${columnsOf(rollup)} FROM jsonb_populate_recordset(NULL::${rollup.table}, ${changed}::jsonb)`;

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

const noRows = "[]";

async function computeDays({ db, zone }: Source, rollup: Rollup, days: readonly Day[]): Promise<string> {
  const [row] = await db.sql<{ rows: string }>({
    name: `analytics-${rollup.name}-of-days`,
    text: `SELECT coalesce(jsonb_agg(to_jsonb(facts)), '[]')::text AS rows
      FROM unnest($2::text[]::date[]) AS changed (changed_day)
      CROSS JOIN LATERAL (
        ${rollup.facts({ zone: "$1::text", from: "changed.changed_day", to: "changed.changed_day" })}) AS facts`,
    values: [zone, days],
  });
  return row?.rows ?? noRows;
}

function factsOf(source: Source, rollup: Rollup, days: readonly Day[]): Promise<string> {
  if (days.length === 0) return Promise.resolve(noRows);
  const key = [rollup.name, ...days].join(" ");
  const known = source.facts.get(key);
  if (known) return known;
  const rows = computeDays(source, rollup, days);
  source.facts.set(key, rows);
  return rows;
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

async function read<Row>(source: Source, question: Question): Promise<Row[]> {
  const { rollup, range, name, select, values = [] } = question;
  const { db, zone, built } = source;
  const days = await changedDaysOf(source, rollup);
  const changed = days.filter((day) => day >= range.from && day <= range.to);
  const asked = [zone, range.from, range.to, changed, ...values];
  if (!built)
    return db.sql<Row>({
      name: `analytics-${rollup.name}-${name}-facts`,
      text: `WITH rows AS NOT MATERIALIZED (${factsAlone(rollup)}) ${select}`,
      values: asked,
    });
  const rows = keptAndChanged(rollup, `$${asked.length + 1}`);
  return db.sql<Row>({
    name: `analytics-${rollup.name}-${name}-kept`,
    text: `WITH rows AS NOT MATERIALIZED (${rows}) ${select}`,
    values: [...asked, await factsOf(source, rollup, changed)],
  });
}

/**
 * Reads daily rows: those of days that changed from the facts, all others as they are kept. What was committed before
 * the source was opened is in it.
 */
export function ask<Row>(source: Source, question: Question): Promise<readonly Row[]> {
  const { rollup, range, name, values = [] } = question;
  const key = [rollup.name, name, range.from, range.to, ...values].join(" ");
  const known = source.answers.get(key) as Promise<readonly Row[]> | undefined;
  if (known) return known;
  const rows = read<Row>(source, question);
  source.answers.set(key, rows);
  return rows;
}
