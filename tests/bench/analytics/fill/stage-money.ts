import type { Sizes } from "../sizes";

/** What a plan costs: Basic 50, Pro 100 a month, ten times that a year; a tenth less in euros. */
const priceOf = (pro: string) =>
  `(CASE WHEN ${pro} THEN 10000 ELSE 5000 END * CASE WHEN yearly THEN 10 ELSE 1 END * CASE currency WHEN 'eur' THEN 9 ELSE 10 END / 10)`;
const later = "(CASE WHEN changed <= at THEN NOT pro ELSE pro END)";

/**
 * Subscriptions are paid from their beginning to their end; packs make up the rest, most of them bought by those who
 * came early. Three of a hundred are refused at first, six of ten of these are paid after all.
 */
export function stagePayments({ people, payments }: Sizes): string[] {
  return [
    `CREATE UNLOGGED TABLE stage.due AS
      SELECT n, s, currency, 'subscription' AS kind, yearly, at, ${priceOf(later)} AS amount,
        (CASE WHEN ${later} THEN 2500000 ELSE 1000000 END * CASE WHEN yearly THEN 12 ELSE 1 END)::bigint AS credits
      FROM (SELECT s.n, s.s, s.currency, s.yearly, s.pro, s.changed, CASE WHEN trial THEN interval '7 days' ELSE interval '0' END
            + s.at + k * CASE WHEN yearly THEN interval '1 year' ELSE interval '1 month' END AS at, s.ended
        FROM stage.subs AS s, generate_series(0, CASE WHEN yearly THEN months / 12 ELSE months - 1 END) AS k) AS d
      WHERE at < coalesce(ended, stage.now())`,
    `INSERT INTO stage.due
      SELECT p.n, NULL, p.currency, 'purchase', false, d.at, pack * 900, pack * 100000
      FROM (SELECT stage.start() + (stage.now() - stage.start()) * share AS at, pack,
          1 + floor(${people} * power(share, 1.5) * power(random(), 2))::integer AS n
        FROM (SELECT power(random(), 0.6) AS share, (ARRAY[1, 1, 1, 5, 5, 10])[1 + floor(random() * 6)::integer] AS pack
          FROM generate_series(1, ${payments} - (SELECT count(*) FROM stage.due))) AS r) AS d
      JOIN stage.people AS p USING (n)`,
    `CREATE UNLOGGED TABLE stage.payments AS
      SELECT *, row_number() OVER (ORDER BY at) AS p, stage.id(at) AS id,
        CASE WHEN refusals = 0 THEN at WHEN recovers AND settled < stage.now() THEN settled END AS paid_at
      FROM (SELECT *, at + refusals * CASE s IS NULL WHEN true THEN interval '4 minutes' ELSE interval '50 hours' END AS settled
        FROM (SELECT *, CASE WHEN random() < 0.03 THEN 1 + floor(random() * 3)::integer ELSE 0 END AS refusals,
            random() < 0.6 AS recovers FROM stage.due LIMIT ${payments}) AS tried) AS d`,
    // Two of a hundred are given back within weeks; one of a thousand is disputed.
    `CREATE UNLOGGED TABLE stage.returns AS
      SELECT * FROM (
        SELECT p, n, id, amount, currency, luck < 0.02 AS refund, at + random() * interval '20 days' AS at,
          CASE WHEN random() < 0.6 THEN amount ELSE 1 + floor(amount * random() * 0.9)::integer END AS returned, random() AS fate
        FROM (SELECT p, n, id, amount, currency, paid_at AS at, random() AS luck FROM stage.payments WHERE paid_at IS NOT NULL) AS l
        WHERE luck < 0.021) AS r
      WHERE at < stage.now()`,
    "ANALYZE stage.payments, stage.returns",
  ];
}
