import type { Sizes } from "../sizes";

/**
 * Runs, numbered after `from`, or plain spends after the runs: of lots at random, within ninety days of each. More are drawn
 * than wanted, because those that would be in the future are none.
 */
const usesOf = (wanted: number | string, from: string) => `
  SELECT ${from} + row_number() OVER (), l, n, no, kind, amount, at, ms, service, run, fate, price
  FROM (SELECT u.*, g.n, g.no, g.kind, g.amount, g.at + least(interval '90 days', g.lapses - g.at) * u.share AS at
    FROM (SELECT 1 + floor((SELECT count(*) FROM stage.granted) * power(random(), 1.4)) AS l, random() AS share,
        (20 + 400 * -ln(1 - random()))::integer AS ms, run,
        CASE WHEN NOT run OR what < 0.55 THEN 'text-statistics' WHEN what < 0.65 THEN 'word-counter' ELSE 'image-optimiser' END AS service,
        CASE WHEN NOT run OR luck > 0.04 THEN 'succeeded' WHEN luck > 0.01 THEN 'failed' ELSE 'timed_out' END AS fate,
        CASE WHEN NOT run THEN 1000 WHEN what < 0.55 THEN 1000 * (1 + floor(random() * random() * 20)) WHEN what < 0.65 THEN 0
          ELSE 2000 * (1 + floor(random() * 12)) END AS price
      FROM (SELECT ${from} = 0 AS run, random() AS what, random() AS luck
        FROM generate_series(1, (${wanted} * 1.25)::bigint)) AS drawn) AS u
    JOIN stage.granted AS g USING (l)) AS timed
  WHERE at < stage.now() - interval '1 minute' LIMIT ${wanted}`;

/**
 * Each payment and each sign-up brings a lot; of each at most seven tenths are spent and two tenths are taken back, and what is left of one
 * that lapses lapses. What is spent falls on lots at random, on some far more often than on most.
 */
export function stageCredits({ entries, runs }: Sizes): string[] {
  return [
    `CREATE UNLOGGED TABLE stage.granted AS
      SELECT row_number() OVER (ORDER BY random()) AS l, row_number() OVER (PARTITION BY n ORDER BY at, p) AS no, *
      FROM (SELECT n, p, paid_at AS at, credits AS amount, amount AS cost, currency,
          CASE kind WHEN 'purchase' THEN 'payg' ELSE 'subscription' END AS kind,
          CASE WHEN kind = 'subscription' THEN paid_at + CASE WHEN yearly THEN interval '1 year' ELSE interval '1 month' END END AS lapses
        FROM stage.payments WHERE paid_at IS NOT NULL
        UNION ALL
        SELECT n, NULL, at, 50000, 0, NULL, 'promo', at + interval '60 days' FROM stage.people
        UNION ALL
        SELECT n, NULL, at + (stage.now() - at) * random(), 100000, 0, NULL, 'admin', NULL FROM stage.people WHERE random() < 0.02) AS g`,
    "ANALYZE stage.granted",
    `CREATE UNLOGGED TABLE stage.uses (r bigint, l bigint, n integer, no integer, kind text, amount bigint, at timestamptz,
      ms integer, service text, run boolean, fate text, price bigint)`,
    `INSERT INTO stage.uses ${usesOf(runs, "0")}`,
    // A paid run is two entries; plain spends make up the number that was asked for.
    `INSERT INTO stage.uses ${usesOf(
      `(SELECT ${entries} - (SELECT count(*) + count(*) FILTER (WHERE lapses < stage.now()) FROM stage.granted)
        - (SELECT count(*) FROM stage.returns WHERE CASE WHEN refund THEN fate < 0.97 ELSE fate < 0.6 END)
        - (SELECT 2 * count(*) FROM stage.uses WHERE price > 0))`,
      String(runs),
    )}`,
    `CREATE UNLOGGED TABLE stage.used AS
      SELECT u.*, service = 'image-optimiser' AS optimiser, stage.id(at) AS id, at + ms * interval '1 ms' AS ended,
        CASE WHEN fate = 'succeeded' THEN least(price, amount * 7 / 10 / uses) ELSE 0 END AS charged
      FROM stage.uses AS u JOIN (SELECT l, count(*) AS uses FROM stage.uses GROUP BY l) AS c USING (l)`,
    `CREATE UNLOGGED TABLE stage.lots AS
      SELECT g.*, coalesce(u.spent, 0) AS spent, coalesce(t.clawed, 0) AS clawed, coalesce(t.owed, 0) AS owed, t.at AS taken_at,
        CASE WHEN g.lapses < stage.now() THEN g.amount - coalesce(u.spent, 0) - coalesce(t.clawed, 0) ELSE 0 END AS expired
      FROM stage.granted AS g
      LEFT JOIN (SELECT l, sum(charged)::bigint AS spent FROM stage.used GROUP BY l) AS u USING (l)
      LEFT JOIN (SELECT p, at, (amount_of * 2 / 10 * returned / amount)::bigint AS clawed,
          CASE WHEN refund THEN 0 ELSE amount_of / 10 END AS owed
        FROM (SELECT r.*, p.credits AS amount_of FROM stage.returns AS r JOIN stage.payments AS p USING (p)
          WHERE CASE WHEN r.refund THEN r.fate < 0.97 ELSE r.fate < 0.6 END) AS r) AS t USING (p)`,
    "ANALYZE stage.used, stage.lots",
  ];
}
