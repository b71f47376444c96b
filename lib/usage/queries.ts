import type { Db } from "@/lib/db";
import { daysOfHour, sumsOfRecords } from "./sums";
import type { Usage, UsageDay, UsageQuestion } from "./types";

const filter = (
  row: string,
  first: number,
) => `($${first}::text IS NULL OR ${row}.kind = $${first}::text::usage_kind)
  AND ($${first + 1}::text IS NULL OR ${row}.subject = $${first + 1}::text)
  AND ($${first + 2}::text IS NULL OR ${row}.source = $${first + 2}::text::service_run_source)`;

const figures = `events, succeeded, failed, cost_milli AS "costMilli", subscription_milli AS "subscriptionMilli",
  payg_milli AS "paygMilli", duration_ms AS "durationMs"`;

/** Days that follow each other, and the instants that bound them. */
export interface ChangedDays {
  first: string;
  last: string;
  from: Date;
  to: Date;
}

interface Frame extends Omit<Usage, "days"> {
  /** Days of the question in which something changed since they were summed, those in a row together. */
  changed: ChangedDays[];
}

interface FrameRow extends Omit<Usage, "days"> {
  day: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** More rows of days are read as one, with what is between them: each is a statement. */
const mostSpans = 6;

function toSpans(rows: readonly FrameRow[]): ChangedDays[] {
  const spans: ChangedDays[] = [];
  for (const { day, startsAt, endsAt } of rows) {
    if (day === null) continue;
    const open = spans.at(-1);
    if (open?.to.getTime() === startsAt.getTime() || spans.length > mostSpans)
      Object.assign(open ?? {}, { last: day, to: endsAt });
    else spans.push({ first: day, last: day, from: startsAt, to: endsAt });
  }
  return spans;
}

/**
 * Whose days a person's are, the day of an instant among them, the first one that is known, and which of a range have
 * changed. Asked before the days: a mark is removed only after its day was written.
 */
export async function findUsageFrame(
  db: Db,
  { userId, from, to }: Pick<UsageQuestion, "userId" | "from" | "to">,
  now: Date,
): Promise<Frame> {
  const rows = await db.sql<FrameRow>({
    name: "find-usage-frame",
    text: `WITH own AS MATERIALIZED (
        SELECT COALESCE((SELECT zone FROM usage_zones WHERE user_id = $1::uuid), 'UTC') AS zone),
      changed AS (
        SELECT DISTINCT touched.day FROM usage_marks m, own, LATERAL ${daysOfHour("m.hour", "own.zone")}
        WHERE m.user_id = $1::uuid AND touched.day BETWEEN $3::text::date AND $4::text::date)
      SELECT zone, to_char($2::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD') AS today,
        to_char(LEAST((SELECT min(day) FROM usage_days WHERE user_id = $1::uuid),
          (SELECT min(hour) AT TIME ZONE zone FROM usage_marks WHERE user_id = $1::uuid)::date), 'YYYY-MM-DD')
          AS "firstDay",
        to_char(changed.day, 'YYYY-MM-DD') AS day, changed.day::timestamp AT TIME ZONE zone AS "startsAt",
        (changed.day + 1)::timestamp AT TIME ZONE zone AS "endsAt"
      FROM own LEFT JOIN changed ON true ORDER BY changed.day`,
    values: [userId, now, from, to],
  });
  const [frame] = rows;
  if (!frame) throw new Error("A row of one was none.");
  const { zone, today, firstDay } = frame;
  return { zone, today, firstDay, changed: toSpans(rows) };
}

/** No text of PostgreSQL has the character NUL, and so no subject: whoever asks for one finds nothing. */
const filtersOf = ({ kind, subject, source }: UsageQuestion) => [
  kind ?? null,
  subject?.replaceAll("\0", "\uFFFD") ?? null,
  source ?? null,
];

/** One person's days as they were summed, but for those that changed since. */
export function listKeptDays(
  db: Db,
  question: UsageQuestion,
  changed: readonly ChangedDays[],
): Promise<UsageDay[]> {
  const { userId, from, to } = question;
  return db.sql<UsageDay>({
    name: "list-kept-usage-days",
    text: `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, kind::text AS kind, subject, source::text AS source, ${figures}
      FROM usage_days d
      WHERE d.user_id = $1::uuid AND d.day BETWEEN $2::text::date AND $3::text::date
        AND NOT EXISTS (SELECT FROM unnest($7::text[]::date[], $8::text[]::date[]) AS changed (first, last)
          WHERE d.day BETWEEN changed.first AND changed.last)
        AND ${filter("d", 4)}`,
    values: [
      ...[userId, from, to],
      ...filtersOf(question),
      changed.map(({ first }) => first),
      changed.map(({ last }) => last),
    ],
  });
}

/**
 * One person's days straight from the records. The instants stand by themselves, so that months are left out before
 * they are looked at.
 */
export function listChangedDays(
  db: Db,
  question: UsageQuestion,
  { zone, span: { from, to } }: { zone: string; span: ChangedDays },
): Promise<UsageDay[]> {
  return db.sql<UsageDay>({
    name: "list-changed-usage-days",
    text: `SELECT to_char(day, 'YYYY-MM-DD') AS day, kind::text AS kind, subject, source::text AS source, ${figures}
      FROM (
        SELECT (r.at AT TIME ZONE $2::text)::date AS day, r.kind, r.subject, r.source, ${sumsOfRecords}
        FROM usage_records r
        WHERE r.user_id = $1::uuid AND r.at >= $3::timestamptz AND r.at < $7::timestamptz AND ${filter("r", 4)}
        GROUP BY 1, 2, 3, 4) AS days`,
    values: [question.userId, zone, from, ...filtersOf(question), to],
  });
}
