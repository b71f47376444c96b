import type { Db } from "@/lib/db";
import type { UsageMark } from "./marks";
import { daysOfHour, sumColumns, sumsOfRecords, withinDay } from "./sums";

const asked = `unnest($1::uuid[], $2::timestamptz[]) AS asked (user_id, hour)`;

const argumentsOf = (marks: readonly UsageMark[]) => [
  marks.map(({ userId }) => userId),
  marks.map(({ hour }) => hour),
];

/** Summed where they are found: a join first would read all records of everybody who is asked for. */
const sumsWithin = (span: string) => `(
  SELECT r.kind, r.subject, r.source, ${sumsOfRecords} FROM usage_records r WHERE ${span} GROUP BY 1, 2, 3)`;

/** Until the transaction ends, nobody else writes sums. */
export async function lockSums(tx: Db): Promise<void> {
  await tx.sql({
    name: "lock-usage-sums",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('usage_sums', 0))::text AS locked",
    values: [],
  });
}

/** Sums the hours of these marks anew. */
export async function writeHours(tx: Db, marks: readonly UsageMark[]): Promise<void> {
  await tx.sql({
    name: "remove-usage-hours",
    text: `DELETE FROM usage_hours h USING ${asked} WHERE h.user_id = asked.user_id AND h.hour = asked.hour`,
    values: argumentsOf(marks),
  });
  await tx.sql({
    name: "write-usage-hours",
    text: `INSERT INTO usage_hours (user_id, hour, kind, subject, source, ${sumColumns})
      SELECT asked.user_id, asked.hour, sums.*
      FROM (SELECT DISTINCT user_id, hour FROM ${asked}) AS asked CROSS JOIN LATERAL ${sumsWithin(
        "r.user_id = asked.user_id AND r.at >= asked.hour AND r.at < asked.hour + interval '1 hour'",
      )} AS sums`,
    values: argumentsOf(marks),
  });
}

const touchedDays = `SELECT DISTINCT asked.user_id, touched.day, COALESCE(z.zone, 'UTC') AS zone
  FROM ${asked} LEFT JOIN usage_zones z ON z.user_id = asked.user_id,
    LATERAL ${daysOfHour("asked.hour", "COALESCE(z.zone, 'UTC')")}`;

/** Sums the days anew that the hours of these marks touch, in the zone of each person. */
export async function writeDays(tx: Db, marks: readonly UsageMark[]): Promise<void> {
  await tx.sql({
    name: "remove-usage-days",
    text: `DELETE FROM usage_days d USING (${touchedDays}) AS t WHERE d.user_id = t.user_id AND d.day = t.day`,
    values: argumentsOf(marks),
  });
  await tx.sql({
    name: "write-usage-days",
    text: `INSERT INTO usage_days (user_id, day, kind, subject, source, ${sumColumns})
      SELECT t.user_id, t.day, sums.*
      FROM (${touchedDays}) AS t CROSS JOIN LATERAL ${sumsWithin(
        `r.user_id = t.user_id AND ${withinDay("r.at", "t.day", "t.zone")}`,
      )} AS sums`,
    values: argumentsOf(marks),
  });
}
