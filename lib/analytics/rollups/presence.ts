import type { Rollup } from "./rollup";
import { dayOf, startOf, within, type Span } from "./span";

/** One kind of doing something, and where it is written. */
interface Doing {
  /** SQL expression on the row `f`: its name among those who do something. */
  who: string;
  table: string;
  /** SQL condition on the row `f`. */
  counts: string;
  at: string;
  /** SQL condition that `f` is the same doing as that of the row `d`, where one kind has several names. */
  same?: string;
}

const payers: Doing = {
  ...{ who: "'payers'", table: "payments", at: "paid_at" },
  counts: "f.status = 'succeeded'",
};
const purchasers: Doing = {
  ...payers,
  ...{ who: "'purchasers'", counts: "f.status = 'succeeded' AND f.kind = 'purchase'" },
};
const active: Doing = { who: "'active'", table: "service_runs", at: "created_at", counts: "true" };
const usersOfService: Doing = {
  ...{ ...active, who: "'service:' || f.service_slug" },
  same: "f.service_slug = substr(d.who, length('service:') + 1)",
};

const sameAsD = ({ counts, same = "true" }: Doing) => `f.user_id = d.user_id AND ${counts} AND ${same}`;

const didIt = (doing: Doing, span: Span) => `
  SELECT DISTINCT f.user_id, ${doing.who} AS who, ${dayOf(`f.${doing.at}`, span)} AS day
  FROM ${doing.table} f WHERE ${doing.counts} AND ${within(`f.${doing.at}`, span)}`;

/** Each person's days in the span, with the day before on which they did the same, or -infinity. */
const withPrevious = (doing: Doing, span: Span) => `
  SELECT d.user_id, d.who, d.day, coalesce(d.lagged, ${dayOf("earlier.at", span)}, '-infinity') AS previous_day
  FROM (SELECT user_id, who, day, lag(day) OVER (PARTITION BY user_id, who ORDER BY day) AS lagged
    FROM (${didIt(doing, span)}) AS did) AS d
  LEFT JOIN LATERAL (
    SELECT max(f.${doing.at}) AS at FROM ${doing.table} f
    WHERE d.lagged IS NULL AND ${sameAsD(doing)} AND f.${doing.at} < ${startOf("d.day", span)}
  ) AS earlier ON true`;

/** Only what comes after the span can depend on it. */
const nextDays = (doing: Doing, span: Span) => `
  SELECT DISTINCT ${dayOf("next.at", span)} AS day
  FROM (SELECT DISTINCT user_id, who FROM (${didIt(doing, span)}) AS did) AS d
  CROSS JOIN LATERAL (
    SELECT min(f.${doing.at}) AS at FROM ${doing.table} f
    WHERE ${sameAsD(doing)} AND f.${doing.at} >= ${startOf(`(${span.to} + 1)`, span)}
  ) AS next WHERE next.at IS NOT NULL`;

type Naming = Pick<Rollup, "name" | "subject" | "scope">;

const union = (doings: readonly Doing[], part: (doing: Doing) => string) =>
  doings.map(part).join(" UNION ALL ");

function presence(naming: Naming, doings: readonly Doing[]): Rollup {
  return {
    ...{ ...naming, table: "analytics_presence", keys: ["who", "previous_day"], values: ["people"] },
    facts: (span) => `
      SELECT day, who, previous_day, count(*)::int AS people
      FROM (${union(doings, (doing) => withPrevious(doing, span))}) AS days GROUP BY 1, 2, 3`,
    later: (span) => union(doings, (doing) => nextDays(doing, span)),
  };
}

/** The first day of a month on which somebody did it, by the month in which they signed up. */
function retention(naming: Naming, doing: Doing): Rollup {
  return {
    ...{ ...naming, table: "analytics_retention", keys: ["who", "cohort"], values: ["people"] },
    facts: (span) => `
      SELECT d.day, d.who, date_trunc('month', ${dayOf("u.created_at", span)})::date AS cohort, count(*)::int AS people
      FROM (${withPrevious(doing, span)}) AS d JOIN users u ON u.id = d.user_id
      WHERE d.previous_day < date_trunc('month', d.day)::date
      GROUP BY 1, 2, 3`,
    later: (span) => nextDays(doing, span),
    // A day has rows here only if it was somebody's first of the month.
    lastDay: (zone, after) => `
      SELECT max(day) AS day FROM analytics_presence WHERE zone = ${zone} AND ${naming.scope} AND day > ${after}`,
  };
}

const paying = { subject: "money", scope: "who IN ('payers', 'purchasers')" } as const;
const working = { subject: "runs", scope: "who NOT IN ('payers', 'purchasers')" } as const;

/** Who paid or bought packs: counted once in any range of days. */
export const payingPeople = presence({ name: "paying", ...paying }, [payers, purchasers]);
/** Who used services, all together and each by itself: counted once in any range of days. */
export const workingPeople = presence({ name: "working", ...working }, [active, usersOfService]);
export const payingCohorts = retention({ name: "paying-cohorts", ...paying }, payers);
export const workingCohorts = retention({ name: "working-cohorts", ...working }, active);
