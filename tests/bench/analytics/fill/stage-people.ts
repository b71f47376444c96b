import type { Sizes } from "../sizes";

/** The instant at which the made-up history ends and how many years it has, for all the statements that follow. */
export function beginStage(now: Date): string[] {
  return [
    "CREATE SCHEMA stage",
    `CREATE FUNCTION stage.now() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT '${now.toISOString()}'::timestamptz $$`,
    `CREATE FUNCTION stage.start() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT '${now.toISOString()}'::timestamptz - interval '1095 days' $$`,
    // As the application's own, ordered by time; none of them is of the future.
    `CREATE FUNCTION stage.id(p_at timestamptz) RETURNS uuid LANGUAGE sql PARALLEL SAFE
      AS $$ SELECT uuidv7(p_at - clock_timestamp()) $$`,
  ];
}

/** More sign up each month than in the one before: person n of N comes at (n/N)^(2/3) of the time. */
export function stagePeople({ people }: Sizes): string[] {
  return [
    `CREATE UNLOGGED TABLE stage.people AS
      SELECT n, stage.id(at) AS id, at, CASE WHEN random() < 0.3 THEN 'eur' ELSE 'usd' END AS currency
      FROM (SELECT n, stage.start() + (stage.now() - stage.start()) * power((n - 0.5) / ${people}, 2 / 3.0) AS at
        FROM generate_series(1, ${people}) AS n) AS p`,
    "ALTER TABLE stage.people ADD PRIMARY KEY (n)",
    // Four of ten subscribe, some days after they came; nearly one in six of those who leave comes back.
    `CREATE UNLOGGED TABLE stage.firsts AS
      SELECT *, CASE WHEN at + months * interval '1 month' < stage.now() THEN at + months * interval '1 month' END AS ended
      FROM (SELECT n, currency, at + random() * random() * interval '30 days' AS at,
          ceil(-ln(1 - random()) * 11)::integer AS months, random() < 0.12 AS yearly, random() < 0.3 AS pro, random() < 0.1 AS trial
        FROM stage.people WHERE random() < 0.4) AS s WHERE at < stage.now()`,
    `CREATE UNLOGGED TABLE stage.subs AS
      SELECT row_number() OVER (ORDER BY at) AS s, stage.id(at) AS id, *,
        CASE WHEN random() < 0.23 THEN at + random() * months * interval '1 month' END AS changed
      FROM (SELECT * FROM stage.firsts
        UNION ALL
        SELECT n, currency, at, months, false, random() < 0.4, false,
          CASE WHEN at + months * interval '1 month' < stage.now() THEN at + months * interval '1 month' END
        FROM (SELECT n, currency, ended + random() * interval '150 days' AS at, ceil(-ln(1 - random()) * 9)::integer AS months
          FROM stage.firsts WHERE ended IS NOT NULL AND random() < 0.16) AS again
        WHERE at < stage.now()) AS s`,
    "ALTER TABLE stage.subs ADD PRIMARY KEY (s)",
    "ANALYZE stage.people, stage.subs",
  ];
}
