import type { Sizes } from "../sizes";

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
    `CREATE UNLOGGED TABLE stage.uses (r bigint, l bigint, service text, run boolean, fate text, price bigint, share float8)`,
    `INSERT INTO stage.uses
      SELECT r, 1 + floor((SELECT count(*) FROM stage.granted) * power(random(), 1.4)),
        CASE WHEN kind < 0.10 THEN 'word-counter' WHEN kind < 0.65 THEN 'text-statistics' ELSE 'image-optimiser' END, true,
        CASE WHEN luck < 0.03 THEN 'failed' WHEN luck < 0.04 THEN 'timed_out' ELSE 'succeeded' END,
        CASE WHEN kind < 0.10 THEN 0 WHEN kind < 0.65 THEN 1000 * (1 + floor(random() * random() * 20)) ELSE 2000 * (1 + floor(random() * 12)) END,
        random()
      FROM (SELECT r, random() AS kind, random() AS luck FROM generate_series(1, ${runs}) AS r) AS u`,
    // A paid run is two entries; plain spends make up the number that was asked for.
    `INSERT INTO stage.uses
      SELECT r, 1 + floor((SELECT count(*) FROM stage.granted) * power(random(), 1.4)), 'text-statistics', false, 'succeeded', 1000, random()
      FROM generate_series(${runs} + 1, ${runs} + ${entries}
        - (SELECT count(*) + count(*) FILTER (WHERE lapses < stage.now()) FROM stage.granted)
        - (SELECT count(*) FROM stage.returns WHERE CASE WHEN refund THEN fate < 0.97 ELSE fate < 0.6 END)
        - (SELECT 2 * count(*) FROM stage.uses WHERE price > 0)) AS r`,
    `CREATE UNLOGGED TABLE stage.used AS
      SELECT u.r, u.service, u.service = 'image-optimiser' AS optimiser, u.run, u.fate, u.price, g.l, g.n, g.no::integer AS no, g.kind,
        t.at, stage.id(t.at) AS id,
        t.at + ms * interval '1 ms' AS ended, ms,
        CASE WHEN u.fate = 'succeeded' THEN least(u.price, g.amount * 7 / 10 / g.uses) ELSE 0 END AS charged
      FROM (SELECT *, (20 + 400 * -ln(1 - random()))::integer AS ms FROM stage.uses) AS u
      JOIN (SELECT g.*, least(at + interval '90 days', lapses, stage.now()) - at AS life, uses
        FROM stage.granted AS g JOIN (SELECT l, count(*) AS uses FROM stage.uses GROUP BY l) AS c USING (l)) AS g USING (l),
        LATERAL (SELECT g.at + (g.life - least(g.life / 2, interval '30 seconds')) * u.share AS at) AS t`,
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
