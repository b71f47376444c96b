/**
 * The staged lots and uses as the ledger writes them: numbered in the order of time for each account, with the balance
 * after each, and lying on disk in the order of time. Lot 0 is the debt.
 */
export function loadEntries(): string[] {
  return [
    `INSERT INTO credit_entries (user_id, key, delta_milli, balance_after_milli, created_at, seq, reason, touched, reference, description)
      SELECT u.id, gen_random_uuid(), delta, balance, e.at, seq, reason,
        CASE WHEN owed > 0 THEN ARRAY[no, delta + owed, 0, -owed] ELSE ARRAY[no, CASE reason WHEN 'release' THEN 1 WHEN 'hold' THEN held ELSE delta END] END,
        CASE WHEN run IS NULL THEN 'lot:' || no ELSE 'run:' || run END,
        CASE WHEN run IS NULL THEN 'Credits' WHEN optimiser THEN 'Image optimiser' ELSE 'Text statistics' END
      FROM (SELECT *, (row_number() OVER account)::integer AS seq, (sum(delta) OVER account)::bigint AS balance
        FROM (SELECT n, at, 0 AS step, 'grant'::credit_reason AS reason, amount AS delta, 0 AS held, no, 0 AS owed, NULL::uuid AS run, false AS optimiser FROM stage.lots
          UNION ALL SELECT n, lapses, 3, 'expire', -expired, 0, no, 0, NULL, false FROM stage.lots WHERE expired > 0
          UNION ALL SELECT n, taken_at, 3, 'revoke', -clawed - owed, 0, no, owed, NULL, false FROM stage.lots WHERE taken_at IS NOT NULL
          UNION ALL SELECT n, at, 1, 'hold', 0, greatest(charged, 1), no, 0, id, optimiser FROM stage.used WHERE run AND price > 0
          UNION ALL SELECT n, ended, 2, CASE fate WHEN 'succeeded' THEN 'capture'::credit_reason ELSE 'release' END, -charged, 0, no, 0, id, optimiser
            FROM stage.used WHERE run AND price > 0
          UNION ALL SELECT n, at, 2, 'spend', -charged, 0, no, 0, id, optimiser FROM stage.used WHERE NOT run) AS all_of_it
        WINDOW account AS (PARTITION BY n ORDER BY at, step)) AS e
      JOIN stage.people AS u USING (n)
      ORDER BY e.at`,
  ];
}

export function loadAccounts(): string[] {
  return [
    `INSERT INTO credit_accounts (user_id, balance_milli, debt_milli, seq, lot_count, next_due_at, created_at)
      SELECT u.id, l.balance, l.debt, e.seq, l.lots, l.due, u.at
      FROM (SELECT n, sum(amount - spent - clawed - owed - expired) AS balance, sum(owed) AS debt, count(*) AS lots,
          min(lapses) FILTER (WHERE lapses > stage.now()) AS due FROM stage.lots GROUP BY n) AS l
      JOIN stage.people AS u USING (n)
      JOIN (SELECT user_id, max(seq) AS seq FROM credit_entries GROUP BY user_id) AS e ON e.user_id = u.id`,
    `INSERT INTO credit_lots (user_id, no, kind, priority, amount_milli, remaining_milli, expired_milli, clawed_milli, debt_milli,
        cost_minor, cost_currency, open, effective_at, expires_at, created_at, source_key, description)
      SELECT u.id, l.no, l.kind::credit_kind, CASE l.kind WHEN 'subscription' THEN 10 ELSE 20 END, l.amount,
        l.amount - l.spent - l.clawed - l.expired, l.expired, l.clawed, l.owed, l.cost, l.currency,
        l.amount - l.spent - l.clawed - l.expired > 0, l.at, l.lapses, l.at, 'lot:' || l.l, 'Credits'
      FROM stage.lots AS l JOIN stage.people AS u USING (n) ORDER BY l.at`,
  ];
}

export function loadRuns(): string[] {
  return [
    `INSERT INTO service_runs (id, user_id, key, service_slug, source, status, fingerprint, input_bytes, quoted_milli, charged_milli,
        subscription_milli, payg_milli, problem, output, duration_ms, created_at, hold_expires_at, finished_at)
      SELECT r.id, u.id, gen_random_uuid(), r.service, CASE WHEN r.r % 3 = 0 THEN 'api' ELSE 'web' END::service_run_source,
        r.fate::service_run_status, md5(r.r::text) || md5(r.no::text), 100 + r.r % 9000, greatest(r.price, r.charged), r.charged,
        CASE r.kind WHEN 'subscription' THEN r.charged ELSE 0 END, CASE r.kind WHEN 'subscription' THEN 0 ELSE r.charged END,
        CASE WHEN r.fate <> 'succeeded' THEN 'services.failed' END,
        CASE WHEN r.fate = 'succeeded' THEN jsonb_build_object('words', r.ms, 'sentences', r.r % 100) END, r.ms,
        r.at, r.at + interval '150 seconds', r.ended
      FROM stage.used AS r JOIN stage.people AS u USING (n) WHERE r.run ORDER BY r.at`,
  ];
}
