/** People, and who they are to Stripe. The last of them is an admin. */
export function loadPeople(): string[] {
  return [
    `INSERT INTO users (id, email, name, role, email_verified_at, anonymised_at, created_at, updated_at)
      SELECT id, 'p' || n || '@' || substr(md5((n % 400)::text), 1, 6) || '.example', 'Person ' || n,
        CASE WHEN n = (SELECT max(n) FROM stage.people) THEN 'admin' ELSE 'member' END::role,
        CASE WHEN n % 20 > 0 AND at + interval '1 hour' < stage.now() THEN at + random() * interval '1 hour' END,
        CASE WHEN n % 50 = 0 THEN at + random() * (stage.now() - at) END, at, stage.now()
      FROM stage.people ORDER BY at`,
    `INSERT INTO billing_customers (user_id, email, creation_key, stripe_customer_id, created_at)
      SELECT id, email, id, 'cus_' || md5(email), created_at FROM users ORDER BY created_at`,
    `INSERT INTO stripe_customers (stripe_customer_id, user_id, created_at)
      SELECT stripe_customer_id, user_id, created_at FROM billing_customers ORDER BY created_at`,
    `INSERT INTO complimentary_plans (id, user_id, given_by, plan_key, plan_name, monthly_milli, reason, starts_at, ends_at, due_at)
      SELECT stage.id(at), id, (SELECT id FROM users WHERE role = 'admin'), 'plan_basic', 'Basic', 1000000, 'A friend', at,
        at + interval '1 year', at + interval '1 month' FROM stage.people WHERE n % 300 = 0`,
  ];
}

const plan = (pro: string) => `CASE WHEN ${pro} THEN 'plan_pro' ELSE 'plan_basic' END`;
const interval = "CASE WHEN yearly THEN 'year' ELSE 'month' END";
const price = (pro: string) => `'price_' || ${plan(pro)} || '_' || ${interval} || '_' || currency`;
const amount = (pro: string) =>
  `CASE WHEN ${pro} THEN 10000 ELSE 5000 END * CASE WHEN yearly THEN 10 ELSE 1 END * CASE currency WHEN 'eur' THEN 9 ELSE 10 END / 10`;

/** One row for each subscription as it is now, one for each change since its beginning. */
export function loadSubscriptions(): string[] {
  const now = "(pro <> (changed IS NOT NULL AND changed < coalesce(ended, stage.now())))";
  const then = "(pro <> (changed IS NOT NULL AND changed <= c.at))";
  return [
    `INSERT INTO subscriptions (id, user_id, stripe_subscription_id, stripe_item_id, stripe_price_id, plan_key, plan_name, interval,
        credits_milli, amount_minor, currency, status, started_at, period_starts_at, period_ends_at, trial_ends_at, cancels_at,
        ended_at, sync_seq, updated_at)
      SELECT s.id, u.id, 'sub_' || md5(s.s::text), 'si_' || md5(s.s::text), ${price(now)}, ${plan(now)},
        CASE WHEN ${now} THEN 'Pro' ELSE 'Basic' END, (${interval})::price_interval, CASE WHEN ${now} THEN 2500000 ELSE 1000000 END,
        ${amount(now)}, s.currency,
        CASE WHEN ended IS NOT NULL THEN 'canceled' WHEN trial AND s.at > stage.now() - interval '7 days' THEN 'trialing'
          WHEN s % 100 = 0 THEN 'past_due' ELSE 'active' END::subscription_status,
        s.at, p.begins, p.begins + CASE WHEN yearly THEN interval '1 year' ELSE interval '1 month' END,
        CASE WHEN trial THEN s.at + interval '7 days' END,
        CASE WHEN ended IS NULL AND s % 20 = 1 THEN p.begins + CASE WHEN yearly THEN interval '1 year' ELSE interval '1 month' END END,
        s.ended, 1, stage.now()
      FROM stage.subs AS s JOIN (SELECT n, id FROM stage.people) AS u USING (n), LATERAL (
        SELECT s.at + CASE WHEN yearly THEN extract(year FROM age(stage.now(), s.at)) * interval '1 year'
          ELSE (extract(year FROM age(stage.now(), s.at)) * 12 + extract(month FROM age(stage.now(), s.at))) * interval '1 month' END AS begins) AS p
      ORDER BY s.at`,
    `INSERT INTO subscription_changes (id, subscription_id, status, stripe_price_id, plan_key, interval, amount_minor, currency,
        occurred_at, recorded_at)
      SELECT stage.id(c.at), s.id, c.status::subscription_status, ${price(then)}, ${plan(then)}, (${interval})::price_interval, ${amount(then)},
        s.currency, c.at, c.at
      FROM (SELECT s, at, CASE WHEN trial THEN 'trialing' ELSE 'active' END AS status FROM stage.subs
        UNION ALL SELECT s, at + interval '7 days', 'active' FROM stage.subs WHERE trial AND at + interval '7 days' < coalesce(ended, stage.now())
        UNION ALL SELECT s, changed, 'active' FROM stage.subs WHERE changed > at + interval '8 days' AND changed < coalesce(ended, stage.now())
        UNION ALL SELECT s, at, 'past_due' FROM stage.payments WHERE refusals > 0 AND s IS NOT NULL
        UNION ALL SELECT s, paid_at, 'active' FROM stage.payments JOIN stage.subs AS l USING (s)
          WHERE refusals > 0 AND paid_at < coalesce(l.ended, stage.now())
        UNION ALL SELECT s, ended, 'canceled' FROM stage.subs WHERE ended IS NOT NULL) AS c
      JOIN stage.subs AS s USING (s) ORDER BY c.at`,
  ];
}
